import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  /** Names are lowercase. */
  headers: [name: string, value: string][];
  /** One byte per character, as sent over the wire but without chunked encoding. */
  body: string;
}

/** Longer than any response may take, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Sends bytes, one per character, to a server on this machine and reads the response until the server closes the connection. Unlike HTTP
 * clients, it normalizes nothing.
 */
export async function sendRaw(port: number, text: string): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error(`No answer to ${text}`)));
  socket.write(text, 'latin1');
  const answer = Buffer.concat(await socket.toArray()).toString('latin1');
  const end = answer.indexOf('\r\n\r\n');
  const [line = '', ...lines] = answer.slice(0, end).split('\r\n');
  const headers = lines.map((it): [string, string] => {
    const at = it.indexOf(':');
    return [it.slice(0, at).toLowerCase(), it.slice(at + 1).trim()];
  });
  const body = answer.slice(end + 4);
  const isChunked = headers.some(([name]) => name === 'transfer-encoding');
  return {
    status: Number(line.split(' ')[1]),
    headers,
    body: isChunked ? withoutChunks(body) : body,
  };
}

function withoutChunks(text: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const start = text.indexOf('\r\n', at) + 2;
    const length = parseInt(text.slice(at, start), 16);
    if (start < 2 || !(length > 0)) break;
    pieces.push(text.slice(start, start + length));
    at = start + length + 2;
  }
  return pieces.join('');
}

/** The value of a header; repeated headers are joined by ` + `. */
export const valueOf = ({ headers }: RawAnswer, name: string): string | undefined => {
  const values = headers.filter(([it]) => it === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(' + ');
};

/** A well-formed request, except for the given parts. */
export function requestText(
  path: string,
  { method = 'GET', host = 'localhost', lines = [], body = '' }: RequestParts = {},
): string {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  const head = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close'];
  return [...head, ...lines, ...length, '', body].join('\r\n');
}

interface RequestParts {
  method?: string;
  host?: string;
  /** Additional header lines. */
  lines?: string[];
  body?: string;
}
