import { z } from 'zod';

/** JSON Schema as OpenAPI 3.1 takes it. */
export type JsonSchema = Record<string, unknown>;

/** Zod bounds every whole number by what JavaScript can hold, which says nothing of the field. */
const bounds = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

const options = {
  // What comes later may have more keys, so a client must not refuse those that it doesn't know.
  io: 'input',
  override: ({ jsonSchema }) => {
    if (jsonSchema.minimum === bounds.minimum) delete jsonSchema.minimum;
    if (jsonSchema.maximum === bounds.maximum) delete jsonSchema.maximum;
    // The format says it already, in fewer signs.
    if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  },
} satisfies Parameters<typeof z.toJSONSchema>[1];

const PATH = '#/components/schemas/';

/** Every schema that has an id, under it; those within others are named there. */
export function namedSchemas(): Record<string, JsonSchema> {
  const uri = (id: string) => `${PATH}${id}`;
  const { schemas } = z.toJSONSchema(z.globalRegistry, { ...options, uri });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, schema]) => [id, bare(schema)]),
  );
}

/** A schema by its name. It must have an id. */
export function refTo(schema: z.ZodType): JsonSchema {
  return { $ref: `${PATH}${z.globalRegistry.get(schema)?.id ?? ''}` };
}

/** A schema written out, for a parameter. */
export function inlineSchema(schema: z.ZodType): JsonSchema {
  return bare(z.toJSONSchema(schema, options));
}

/** Without what says where a schema stands, since it stands in another document. */
function bare(schema: JsonSchema): JsonSchema {
  const placed = ['$schema', '$id', 'id'];
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !placed.includes(key)));
}
