import { Agent, request, type IncomingMessage } from 'node:http';
import { CommandError } from '@/server/cli/command-error';

export interface WholeAnswer {
  status: number;
  /** X-Cache of the server; undefined without it. */
  cache: string | undefined;
  /** Content-Encoding of the body. */
  encoding: string | undefined;
  /** Alternating names and values, as received. */
  headers: string[];
  /** As transferred, in any encoding. */
  body: Buffer;
  /** Size of headers and body. */
  wireBytes: number;
}

/** All servers get the same Host, since it appears in responses. */
export const HOST = 'bench.localhost';

/** Requests a page over keep-alive like a browser, and reads the whole response. */
async function askWhole(port: number, path: string, encoding = 'gzip'): Promise<WholeAnswer> {
  const agent = new Agent({ keepAlive: true });
  const headers = { 'Accept-Encoding': encoding, Host: HOST };
  const asked = request({ host: '127.0.0.1', port, path, agent, headers });
  asked.end();
  const received = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject);
  });
  const { socket, statusCode: status = 0 } = received;
  const body = Buffer.concat(await received.toArray());
  const wireBytes = socket.bytesRead;
  agent.destroy();
  const cache = received.headers['x-cache']?.toString();
  const compressed = received.headers['content-encoding'];
  const listed = listHeaders(received, body);
  return { status, cache, encoding: compressed, headers: listed, body, wireBytes };
}

/** Headers that Node adds to every response. */
const ofNode = ['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length'];

/** Headers set by the server, with the length, which Node may have set. */
function listHeaders({ rawHeaders }: IncomingMessage, body: Buffer): string[] {
  const kept = rawHeaders.filter((_, place) => {
    const name = rawHeaders[place - (place % 2)] ?? '';
    return !ofNode.includes(name.toLowerCase());
  });
  return [...kept, 'Content-Length', String(body.length)];
}

/** The response of a page that must exist. */
export async function askFound(
  port: number,
  path: string,
  encoding?: string,
): Promise<WholeAnswer> {
  const answer = await askWhole(port, path, encoding);
  if (answer.status === 200) return answer;
  throw new CommandError(`${path} answered ${answer.status}, and should answer 200.`);
}
