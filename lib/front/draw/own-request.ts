import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

/** What an answer depends on, but for the database and the time. */
export interface Asked {
  /** Path and query. */
  url: string;
  host: string | undefined;
  accept: string | undefined;
}

/** A request of our own, so that an answer that many get knows nothing more of the one who came first. */
export function ownRequest({ url, host, accept }: Asked): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = url;
  request.httpVersion = '1.1';
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = {
    ...(host === undefined ? {} : { host }),
    ...(accept === undefined ? {} : { accept }),
  };
  request.push(null);
  return request;
}
