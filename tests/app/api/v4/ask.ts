import type { endpoint } from '@/app/api/endpoint';
import { expectDescribed } from '@/tests/tools/api-schema';

type Handlers = ReturnType<typeof endpoint>;

interface Options {
  method?: keyof Handlers;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  body?: BodyInit;
}

/** Calls a route handler like Next does. The response must match the OpenAPI document. */
export async function ask(handlers: Handlers, path: string, options: Options = {}) {
  const { method = 'GET', headers = {}, params = {}, body = null } = options;
  const request = new Request(`http://localhost:3000${path}`, { method, headers, body });
  const response = await handlers[method](request, { params: Promise.resolve(params) });
  const text = await response.text();
  const hasBody = method !== 'HEAD' && response.status !== 304;
  if (hasBody && response.headers.get('content-type') === 'application/json') {
    expectDescribed({ path, method, status: response.status, document: JSON.parse(text) });
  }
  return {
    status: response.status,
    header: (name: string) => response.headers.get(name),
    text,
    document: (): unknown => JSON.parse(text),
  };
}
