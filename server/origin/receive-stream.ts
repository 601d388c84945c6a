import type { ServerResponse } from 'node:http';
import { toBuffer } from '@/server/http/bytes';
import type { Delivery } from './messages';

interface Receiving {
  response: ServerResponse;
  /** Called when the client has taken a piece. */
  tell: () => void;
  done: () => void;
  fail: (error: Error) => void;
}

/** Passes what comes piece by piece on to a client, and tells when it has taken a piece. */
export function receiveStream({ response, tell, done, fail }: Receiving) {
  const write = (bytes: Uint8Array) => {
    if (response.write(toBuffer(bytes))) tell();
    else response.once('drain', tell);
  };
  return (delivery: Delivery): void => {
    if (delivery.kind === 'head') response.writeHead(delivery.status, delivery.headers);
    else if (delivery.kind === 'piece') write(delivery.bytes);
    else if (delivery.kind === 'failed') fail(new Error(delivery.reason));
    else if (delivery.kind === 'end') {
      response.end();
      done();
    }
  };
}
