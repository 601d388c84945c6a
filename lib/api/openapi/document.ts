import { tags, type Operation } from '../operation';
import { operations } from '../operations';
import { errorSchema } from '../schemas/error';
import { optionsSchema } from '../schemas/options';
import { oldOperations } from '../v3/operations';
import { headers } from './headers';
import { oldPathItem, oldResponses } from './old-path';
import { parametersOf } from './parameters';
import { requestBody } from './request-body';
import { postResponsesOf, responsesOf, sharedResponses } from './responses';
import { namedSchemas, refTo, type JsonSchema } from './schema';

const about = {
  title: 'Packgrid API',
  version: '4',
  description:
    'Packages, grids and categories of this site. No key needed. Within v4, keys may be added at the end of a document but are never renamed, moved or removed.',
  license: { name: 'MIT', identifier: 'MIT' },
};

const format = {
  name: 'format',
  in: 'query',
  description:
    'Response format; overrides the Accept header, and links in the response keep it. Also accepted as a suffix of the path, as in /api/v4/packages.json.',
  schema: { type: 'string', enum: ['json', 'api'] },
};

/** The API as an OpenAPI 3.1 document, generated from the schemas that the handlers use. */
export function openApiDocument(): JsonSchema {
  const all: Operation[] = Object.values(operations);
  return {
    openapi: '3.1.1',
    info: about,
    servers: [{ url: '/' }],
    security: [],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: {
      ...Object.fromEntries(all.map((operation) => [operation.path, pathItem(operation)])),
      ...Object.fromEntries(
        oldOperations.map((operation) => [operation.path, oldPathItem(operation)]),
      ),
    },
    components: {
      schemas: namedSchemas(),
      parameters: { format },
      headers,
      responses: { ...sharedResponses, ...oldResponses },
    },
  };
}

function pathItem(operation: Operation): JsonSchema {
  const { id, tag, summary, view, posted } = operation;
  const parameters = parametersOf(operation);
  const name = `${id[0]?.toUpperCase() ?? ''}${id.slice(1)}`;
  return {
    get: {
      operationId: id,
      tags: [tag],
      summary,
      ...(view.description === '' ? {} : { description: view.description }),
      parameters,
      responses: responsesOf(operation),
    },
    ...(posted === undefined ? {} : { post: postOf(operation, `post${name}`, posted) }),
    options: {
      operationId: `describe${name}`,
      tags: [tag],
      summary: 'Describe the resource',
      parameters: parameters.filter((parameter) => parameter['in'] === 'path'),
      responses: {
        200: {
          description: 'Name, description and supported formats.',
          content: { 'application/json': { schema: refTo(optionsSchema) } },
        },
        404: {
          description: 'Unknown format.',
          content: { 'application/json': { schema: refTo(errorSchema) } },
        },
      },
    },
  };
}

/** The same operation by POST, with one parameter in the body. */
function postOf(operation: Operation, operationId: string, posted: string): JsonSchema {
  const { tag, summary } = operation;
  return {
    operationId,
    tags: [tag],
    summary,
    parameters: parametersOf(operation).filter((parameter) => parameter['name'] !== posted),
    requestBody: requestBody(posted),
    responses: postResponsesOf(operation),
  };
}
