import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { DetachedResponse } from './detached-response';
import { gather } from './gather';

/** What answers a request, such as Next. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A whole answer, before it goes anywhere. */
export interface Captured {
  status: number;
  /** Names are in small letters. */
  headers: OutgoingHttpHeaders;
  /** In memory that other answers come to as well. */
  body: Buffer;
}

/**
 * Lets a request be answered, and gives what `take` makes of the answer when it is whole; the body is there only for that long. Rejects
 * where it is broken off.
 */
export function capture<Result>(
  answer: Answerer,
  request: IncomingMessage,
  take: (captured: Captured) => Result,
): Promise<Result> {
  return new Promise((whole, broken) => {
    const body = gather();
    const begun: Omit<Captured, 'body'> = { status: 200, headers: {} };
    const response = new DetachedResponse(request, {
      head: (status, headers) => Object.assign(begun, { status, headers }),
      piece: (bytes) => {
        body.add(bytes);
        return true;
      },
      end: () => {
        // Where `take` throws, this rejects too.
        const taken = new Promise<Result>((resolve) => {
          resolve(body.spend((bytes) => take({ ...begun, body: bytes })));
        });
        whole(taken);
      },
      broken,
    });
    answer(request, response).catch(broken);
  });
}
