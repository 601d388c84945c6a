import { postedSchema } from '../posted';
import { inlineSchema, type JsonSchema } from './schema';

const text = { type: 'string' };

const form = (name: string) => ({ type: 'object', required: [name], properties: { [name]: text } });

const withFile = (name: string) => ({
  type: 'object',
  properties: { [name]: text, file: { type: 'string', contentMediaType: 'text/plain' } },
});

/** A POST body with one parameter: the body itself as a file, or a named field. */
export function requestBody(name: string): JsonSchema {
  return {
    required: true,
    content: {
      'text/plain': { schema: text, example: 'celery[redis]>=5,<6\nhuey==2.5.0  # small\n' },
      'application/json': {
        schema: inlineSchema(postedSchema(name)),
        example: { [name]: ['celery[redis]>=5,<6', 'huey==2.5.0'] },
      },
      'application/x-www-form-urlencoded': { schema: form(name) },
      'multipart/form-data': { schema: withFile(name) },
    },
  };
}
