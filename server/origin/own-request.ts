import type { IncomingMessage } from 'node:http';
import { receivedRequest } from './sent-request';

/** What an answer depends on, but for the database and the time. */
export interface RequestKey {
  /** Path and query. */
  url: string;
  host: string | undefined;
  accept: string | undefined;
}

/** A request of our own, so that an answer that many get knows nothing more of the one who came first. */
export function ownRequest({ url, host, accept }: RequestKey, nonce?: string): IncomingMessage {
  const headers = {
    ...(host === undefined ? {} : { host }),
    ...(accept === undefined ? {} : { accept }),
  };
  const sent = { method: 'GET', url, headers, body: new Uint8Array(), passing: 'whole' as const };
  return receivedRequest(sent, nonce);
}
