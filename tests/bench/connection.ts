import { Agent, request } from 'node:http';
import { gunzipSync } from 'node:zlib';

const HOST = '127.0.0.1';

export interface Answer {
  status: number;
  /** From sending the request to reading the last byte. */
  ms: number;
  /** Sizes of the body, and of its possibly compressed transfer. */
  plainBytes: number;
  wireBytes: number;
}

export type Connection = ReturnType<typeof openConnection>;

/** A keep-alive connection for sequential requests, accepting gzip like a browser. */
export function openConnection(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  const ask = (path: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const begin = performance.now();
      const headers = { 'Accept-Encoding': 'gzip' };
      const asked = request({ host: HOST, port, path, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const ms = performance.now() - begin;
          const body = Buffer.concat(chunks);
          const isGzip = response.headers['content-encoding'] === 'gzip';
          resolve({
            status: response.statusCode ?? 0,
            ms,
            plainBytes: isGzip ? gunzipSync(body).length : body.length,
            wireBytes: body.length,
          });
        });
      });
      asked.setTimeout(10_000, () => asked.destroy(new Error(`${path} took over 10 s.`)));
      asked.once('error', reject);
      asked.end();
    });

  const close = () => {
    agent.destroy();
  };
  return { ask, close };
}
