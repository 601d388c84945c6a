import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

export interface Question {
  method: string;
  /** As sent over the wire: not normalized, and redirects are not followed. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Longer than any response may take. */
const PATIENCE = 30_000;

/** Sends one HTTP request to a local server, on a connection of its own. */
export async function ask(
  port: number,
  { method, path, headers, body }: Question,
): Promise<Answer> {
  const signal = AbortSignal.timeout(PATIENCE);
  const asked = request({
    ...{ host: 'localhost', port, agent: false, signal, maxHeaderSize: 65_536 },
    ...{ method, path, headers: headers ?? {} },
  });
  asked.end(body);
  const received = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject);
  });
  const text = Buffer.concat(await received.toArray()).toString();
  return { status: received.statusCode ?? 0, headers: received.headers, text };
}
