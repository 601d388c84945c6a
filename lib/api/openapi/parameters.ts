import type { Operation } from '../operation';
import { descriptionOf } from '../parameters';
import { pathParameters } from '../params';
import { inlineSchema, type JsonSchema } from './schema';

/** The parameters of an operation: path first, then query. */
export function parametersOf({ path, query }: Operation): JsonSchema[] {
  const inPath = Object.entries(pathParameters)
    .filter(([name]) => path.includes(`{${name}}`))
    .map(([name, schema]) => ({ name, in: 'path', required: true, schema: inlineSchema(schema) }));
  const inQuery = Object.entries(query.shape).map(([name, schema]) => {
    const { description, means, example } = descriptionOf(schema) ?? {};
    return {
      name,
      in: 'query',
      required: !schema.safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema: means ? inlineSchema(means) : {},
      ...(example === undefined ? {} : { example }),
    };
  });
  return [...inPath, ...inQuery, { $ref: '#/components/parameters/format' }];
}
