import { IncomingMessage, type IncomingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import { passedHeaders, type Passing } from './passed-headers';

/** A client's request, as it can be handed to another thread. */
export interface SentRequest {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: Uint8Array;
  passing: Passing;
}

/** Reads a request to its end, so that it can be handed on. Its bodies are small: see limitBody. */
export async function sendRequest(
  request: IncomingMessage,
  passing: Passing,
): Promise<SentRequest> {
  const { method, url, headers } = request;
  const body = Buffer.concat(await request.toArray());
  return { method, url, headers, body: new Uint8Array(body), passing };
}

/**
 * The request that was handed on, as Next gets it: every request to Next is made here. Next puts the nonce into the scripts that it writes;
 * it finds it in this header of the request.
 */
export function receivedRequest(sent: SentRequest, nonce?: string): IncomingMessage {
  const { method = 'GET', url = '/', headers, body, passing } = sent;
  const request = new IncomingMessage(new Socket());
  // What is whole is cut by the front.
  request.method = method === 'HEAD' && passing !== 'stream' ? 'GET' : method;
  request.url = url;
  request.httpVersion = '1.1';
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = {
    ...passedHeaders(headers, passing),
    ...(nonce !== undefined && { 'content-security-policy': `script-src 'nonce-${nonce}'` }),
  };
  if (body.length > 0) request.push(Buffer.from(body));
  request.push(null);
  return request;
}
