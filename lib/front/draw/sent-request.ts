import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { SentRequest } from './messages';

/** Reads a request to its end, so that it can be handed on. Its bodies are small: see limitBody. */
export async function sendRequest(request: IncomingMessage): Promise<SentRequest> {
  const { method, url, headers, socket } = request;
  const body = Buffer.concat(await request.toArray());
  // Next would read it from the socket, which does not travel.
  headers['x-forwarded-for'] ??= socket.remoteAddress ?? '';
  return { method, url, headers, body: new Uint8Array(body) };
}

/** The request that was handed on. */
export function receivedRequest({ method, url, headers, body }: SentRequest): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = method ?? 'GET';
  request.url = url ?? '/';
  request.httpVersion = '1.1';
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = headers;
  if (body.length > 0) request.push(Buffer.from(body));
  request.push(null);
  return request;
}
