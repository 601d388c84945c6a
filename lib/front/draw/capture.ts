import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { DetachedResponse } from './detached-response';

/** What answers a request, such as Next. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A whole answer, before it goes anywhere. */
export interface Captured {
  status: number;
  /** Names are in small letters. */
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** Lets a request be answered, and gives the answer when it is whole. Rejects where it is broken off. */
export function capture(answer: Answerer, request: IncomingMessage): Promise<Captured> {
  return new Promise((whole, broken) => {
    const pieces: Buffer[] = [];
    const begun: Omit<Captured, 'body'> = { status: 200, headers: {} };
    const response = new DetachedResponse(request, {
      head: (status, headers) => Object.assign(begun, { status, headers }),
      piece: (bytes) => pieces.push(bytes) > 0,
      end: () => {
        whole({ ...begun, body: Buffer.concat(pieces) });
      },
      broken,
    });
    answer(request, response).catch(broken);
  });
}
