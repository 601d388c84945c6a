import { z } from 'zod';

/** JSON Schema as used by OpenAPI 3.1. */
export type JsonSchema = Record<string, unknown>;

/** Zod adds the safe integer range to every integer, which says nothing about the field. */
const bounds = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

const options = {
  // Keys may be added later, so clients must not reject unknown ones.
  io: 'input',
  override: ({ jsonSchema }) => {
    if (jsonSchema.minimum === bounds.minimum) delete jsonSchema.minimum;
    if (jsonSchema.maximum === bounds.maximum) delete jsonSchema.maximum;
    // Redundant with the format.
    if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  },
} satisfies Parameters<typeof z.toJSONSchema>[1];

const PATH = '#/components/schemas/';

/** All schemas with an id, by id; nested ones are referenced. */
export function namedSchemas(): Record<string, JsonSchema> {
  const uri = (id: string) => `${PATH}${id}`;
  const { schemas } = z.toJSONSchema(z.globalRegistry, { ...options, uri });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, schema]) => [id, bare(schema)]),
  );
}

/** A $ref to a schema, which must have an id. */
export function refTo(schema: z.ZodType): JsonSchema {
  return { $ref: `${PATH}${z.globalRegistry.get(schema)?.id ?? ''}` };
}

/** An inline schema, for a parameter. */
export function inlineSchema(schema: z.ZodType): JsonSchema {
  return bare(z.toJSONSchema(schema, options));
}

/** Removes the keys that locate a schema, since it is embedded in another document. */
function bare(schema: JsonSchema): JsonSchema {
  const placed = ['$schema', '$id', 'id'];
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !placed.includes(key)));
}
