import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Client, type Dispatcher } from 'undici';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  body: Buffer;
}

export type Reader = ReturnType<typeof openReader>;

/** Longer than any answer may take, in milliseconds. */
const PATIENCE = 30_000;

/** One connection that is kept open, on which one question follows another. An answer that breaks off is an error. */
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
      // Undici's lowest level: what a request costs here, the servers under load have less.
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

/** The body as a reader sees it. Throws where it is not whole. */
export function textOf({ headers, body }: Reply): string {
  const encoding = headers['content-encoding'];
  if (encoding === 'gzip') return gunzipSync(body).toString();
  return (encoding === 'br' ? brotliDecompressSync(body) : body).toString();
}
