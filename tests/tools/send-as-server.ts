import { createServer, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import { entryOf } from '@/server/http/answer/entry';
import { send } from '@/server/http/answer/send';
import { finishWith } from '@/server/origin/finish';
import { tagOf } from '@/server/origin/renders';

const finish = finishWith({
  findErrorDocument: () => undefined,
  stripPage: (html) => html,
});

/** Sends a route handler's response like the server does, including conditional requests by these headers. */
export async function sendAsServer(given: Response, path: string, headers: IncomingHttpHeaders) {
  const { status } = given;
  const body = Buffer.from(await given.arrayBuffer());
  const context = {
    ...{ url: path, accept: undefined, route: undefined, section: undefined },
    ...{ isRead: true, isPersonal: false },
  };
  const finished = finish({ status, headers: Object.fromEntries(given.headers), body }, context);
  const entry = entryOf({ ...finished, headers: { ...finished.headers, etag: tagOf(finished) } });
  const server = createServer((request, response) => {
    void send({ request, response, headers: [] }, entry, 'uri-miss');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  try {
    const asked = new Headers({ 'accept-encoding': 'identity' });
    for (const [name, value] of Object.entries(headers)) asked.set(name, String(value));
    const sent = await fetch(`http://127.0.0.1:${port}/`, { headers: asked });
    const header = (name: string) => sent.headers.get(name);
    return { status: sent.status, header, text: await sent.text() };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
