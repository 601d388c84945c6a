type Handler<Params> = (
  request: Request,
  context: { params: Promise<Params> },
) => Response | Promise<Response>;

export const HOST = 'packages.test';

/** Calls a route handler with a request for a path of the site, as Next would. */
export async function askDocument<Params>(
  handler: Handler<Params>,
  path: string,
  params: Params,
  headers: Record<string, string> = {},
) {
  const request = new Request(`http://ignored.test${path}`, {
    headers: { host: HOST, ...headers },
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const bytes = Buffer.from(await response.arrayBuffer());
  const header = (name: string) => response.headers.get(name);
  return { status: response.status, header, bytes, text: bytes.toString('utf8') };
}
