import type { endpoint } from '@/lib/api/endpoint';

type Handlers = ReturnType<typeof endpoint>;

interface Options {
  method?: keyof Handlers;
  headers?: Record<string, string>;
  params?: Record<string, string>;
}

/** Asks a route handler for an address of the site, as Next would. */
export async function ask(handlers: Handlers, path: string, options: Options = {}) {
  const { method = 'GET', headers = {}, params = {} } = options;
  const request = new Request(`http://localhost:3000${path}`, { method, headers });
  const response = await handlers[method](request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    header: (name: string) => response.headers.get(name),
    text,
    document: (): unknown => JSON.parse(text),
  };
}
