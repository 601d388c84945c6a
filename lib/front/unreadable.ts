import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { apiError, isOfApi } from './api-path';
import { hasBegun } from './responses';

/** As Node's parser of HTTP tells it, with what it has read. */
interface ClientError extends Error {
  code?: string;
  rawPacket?: Buffer;
}

const statuses: Partial<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const reasons: Partial<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'The headers of this request are too large.',
  ERR_HTTP_REQUEST_TIMEOUT: 'This request did not come to its end.',
  // Such as what was typed into curl in letters that are not ASCII.
  HPE_INVALID_URL: 'This address is not percent-encoded.',
};

/** Answers what is no request that can be read, and closes the connection: Node would send a status and nothing else. */
export function answerUnreadable(error: ClientError, socket: Duplex): void {
  const { code = '', rawPacket } = error;
  if (code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const url = /^\w+ (\S*)/.exec(rawPacket?.toString('latin1') ?? '')?.[1];
  const reason = reasons[code] ?? 'This is no request of HTTP.';
  endWith(socket, statuses[code] ?? 400, reason, url);
}

/** Says a last thing on a connection, past whatever answers its request; where that has begun, it just ends. */
export function endWith(
  socket: Duplex,
  status: number,
  reason: string,
  url: string | undefined,
): void {
  if (socket.writable && !hasBegun(socket)) socket.end(written(status, reason, url));
  else socket.destroy();
}

function written(status: number, reason: string, url: string | undefined): string {
  const isJson = isOfApi(url);
  const body = isJson ? apiError(url, status, reason) : `${reason}\n`;
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    `Content-Type: ${isJson ? 'application/json' : 'text/plain; charset=utf-8'}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    '',
    body,
  ].join('\r\n');
}
