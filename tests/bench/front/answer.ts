import { Agent, request, type IncomingMessage } from 'node:http';
import { CommandError } from '@/server/cli/command-error';

export interface WholeAnswer {
  status: number;
  /** What the front says of its cache; undefined where there is no front. */
  cache: string | undefined;
  /** How the body is compressed. */
  encoding: string | undefined;
  /** Names and values in turn, as they came. */
  headers: string[];
  /** As it came over the wire, in whatever encoding. */
  body: Buffer;
  /** Head and body. */
  wireBytes: number;
}

/** All servers are asked under one name, since it stands in their answers. */
export const HOST = 'bench.localhost';

/** Asks for one page as a browser does, which keeps the connection for more, and reads the answer to its last byte. */
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

/** What Node adds to every answer by itself. */
const ofNode = ['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length'];

/** The headers that the server has set, with the length, which it may have left to Node. */
function listHeaders({ rawHeaders }: IncomingMessage, body: Buffer): string[] {
  const kept = rawHeaders.filter((_, place) => {
    const name = rawHeaders[place - (place % 2)] ?? '';
    return !ofNode.includes(name.toLowerCase());
  });
  return [...kept, 'Content-Length', String(body.length)];
}

/** The answer of a page that must be there. */
export async function askFound(
  port: number,
  path: string,
  encoding?: string,
): Promise<WholeAnswer> {
  const answer = await askWhole(port, path, encoding);
  if (answer.status === 200) return answer;
  throw new CommandError(`${path} answered ${answer.status}, and should answer 200.`);
}
