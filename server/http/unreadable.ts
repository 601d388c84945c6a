import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { apiError, isOfApi } from '@/lib/http/url/api-path';
import { guardHeaders } from './guard-headers';
import { hasBegun } from './responses';

/** An error of Node's HTTP parser, with the bytes it has read. */
interface ClientError extends Error {
  code?: string;
  rawPacket?: Buffer;
}

const statuses: Partial<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const reasons: Partial<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'The request headers are too large.',
  ERR_HTTP_REQUEST_TIMEOUT: 'The request timed out.',
  // Such as non-ASCII characters typed into curl.
  HPE_INVALID_URL: 'The URL is not percent-encoded.',
};

/** Responds to what can't be parsed as a request, and closes the connection; Node would send just a status. */
export function answerUnreadable(error: ClientError, socket: Duplex): void {
  const { code = '', rawPacket } = error;
  if (code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const url = /^\w+ (\S*)/.exec(rawPacket?.toString('latin1') ?? '')?.[1];
  const reason = reasons[code] ?? 'This is not a valid HTTP request.';
  endWith(socket, statuses[code] ?? 400, reason, url);
}

/** Sends a final response on a connection, bypassing its request's handler; if a response has begun, just closes it. */
function endWith(socket: Duplex, status: number, reason: string, url: string | undefined): void {
  if (!socket.writable || hasBegun(socket)) {
    socket.destroy();
    return;
  }
  socket.end(written(status, reason, url));
  // It would stay open for as long as the client sends something.
  setTimeout(() => socket.destroy(), LINGER).unref();
}

/** How long a client may take to receive the response, in milliseconds. */
const LINGER = 2000;

function written(status: number, reason: string, url: string | undefined): string {
  const isJson = isOfApi(url);
  const body = isJson ? apiError(url, status, reason) : `${reason}\n`;
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    `Content-Type: ${isJson ? 'application/json' : 'text/plain; charset=utf-8'}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    // If the URL is unknown, it may have been one of the API, and this response is public anyway.
    ...Object.entries(guardHeaders(url ?? '/api/v4/')).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
}
