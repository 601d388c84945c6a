import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { openApiDocument } from '@/lib/api/openapi/document';

const record = z.record(z.string(), z.unknown());
const api = z
  .object({
    paths: z.record(z.string(), z.record(z.string(), record)),
    components: z.object({ schemas: z.record(z.string(), record) }).loose(),
  })
  .parse(openApiDocument());

/** Forbids undocumented keys in responses, although clients must tolerate them. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  const read = record.safeParse(schema);
  if (!read.success) return schema;
  const inner = Object.entries(read.data).map(([key, value]) => [key, closed(value)]);
  const own = read.data['properties'] === undefined ? [] : [['additionalProperties', false]];
  return Object.fromEntries([...inner, ...own]);
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
const schemas: AnySchemaObject = { $id: 'api', components: record.parse(closed(api.components)) };
ajv.addSchema(schemas);

interface Answer {
  path: string;
  method: string;
  status: number;
  document: unknown;
}

/** Throws if a response of the API does not match the OpenAPI document. */
export function expectDescribed({ path, method, status, document }: Answer): void {
  const $ref = `api#/components/schemas/${schemaOf({ path, method, status })}`;
  const faults = faultsIn({ $ref }, document);
  if (faults.length > 0) {
    throw new Error(`${method} ${path} answers ${status} with ${faults.join('; ')}`);
  }
}

function schemaOf({ path, method, status }: Omit<Answer, 'document'>): string {
  const isOld = path.startsWith('/api/v3/');
  if (status !== 200) return isOld ? 'V3Error' : 'Error';
  if (method === 'OPTIONS') return 'Options';
  const { pathname } = new URL(path, 'http://test');
  const plain = pathname.replace(/\.[a-z0-9]+$/, '/').replace(/\/{2,}$/, '/');
  const found = Object.entries(api.paths).find(([template]) => matches(template, plain));
  const ref = JSON.stringify(found?.[1]['get']?.['responses']);
  return /"200":.*?#\/components\/schemas\/(\w+)/.exec(ref)?.[1] ?? `of ${plain}`;
}

function matches(template: string, path: string): boolean {
  return new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
}

/** Lists every example in the document with its schema. */
export function listExamples(): { at: string; schema: unknown; example: unknown }[] {
  return examplesIn(record.parse(openApiDocument()), '#');
}

function examplesIn(value: unknown, at: string): ReturnType<typeof listExamples> {
  if (Array.isArray(value)) return value.flatMap((it, index) => examplesIn(it, `${at}/${index}`));
  const read = record.safeParse(value);
  if (!read.success) return [];
  const { example, examples, schema } = read.data;
  const list = z.array(z.unknown()).catch([]).parse(examples);
  return [
    ...(example === undefined ? [] : [{ at, schema, example }]),
    ...list.map((it) => ({ at, schema: value, example: it })),
    ...Object.entries(read.data)
      .filter(([key]) => key !== 'examples')
      .flatMap(([key, it]) => examplesIn(it, `${at}/${key}`)),
  ];
}

/** Lists how a value violates a schema of the document. */
export function faultsIn(schema: unknown, value: unknown): string[] {
  const validate = ajv.compile(record.parse(schema));
  return validate(value)
    ? []
    : (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message ?? ''}`);
}
