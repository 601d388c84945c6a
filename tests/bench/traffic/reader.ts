import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Client, type Dispatcher } from 'undici';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  /** As transferred. */
  body: Buffer;
}

export type Reader = ReturnType<typeof openReader>;

/** Timeout in milliseconds. */
const PATIENCE = 30_000;

/** A keep-alive connection for sequential requests. A truncated response is an error. */
export function openReader(port: number) {
  const client = new Client(`http://127.0.0.1:${port}`, {
    headersTimeout: PATIENCE,
    bodyTimeout: PATIENCE,
    keepAliveTimeout: PATIENCE,
  });
  const ask = (
    path: string,
    headers: Record<string, string> = {},
    method: 'GET' | 'HEAD' = 'GET',
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      // Undici's lowest level, since the servers share the processor with it.
      client.dispatch({ path, method, headers }, reading(resolve, reject));
    });
  return { ask, close: () => client.destroy() };
}

function reading(
  resolve: (reply: Reply) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let head: Omit<Reply, 'body'> = { status: 0, headers: {} };
  return {
    onRequestStart: () => undefined,
    onResponseStart: (_, status, headers) => {
      head = { status, headers };
    },
    onResponseData: (_, chunk) => {
      chunks.push(chunk);
    },
    onResponseEnd: () => {
      resolve({ ...head, body: Buffer.concat(chunks) });
    },
    onResponseError: (_, error) => {
      reject(error);
    },
  };
}

/** The decoded body. Throws if it is incomplete. */
export function textOf({ headers, body }: Reply): string {
  const encoding = headers['content-encoding'];
  if (encoding === 'gzip') return gunzipSync(body).toString();
  return (encoding === 'br' ? brotliDecompressSync(body) : body).toString();
}
