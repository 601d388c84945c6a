import type { IncomingMessage } from 'node:http';
import { streamedHeaders } from '@/server/http/answer/headers';
import { toBytes } from '@/server/http/bytes';
import { DetachedResponse } from './detached-response';
import type { Delivery } from './messages';

/** An answer on its way to another thread. */
export interface Stream {
  request: IncomingMessage;
  response: DetachedResponse;
  /** The client has taken one more piece. */
  take: () => void;
}

/** Pieces that may be on their way before the writer has to wait. */
const MOST_ON_THE_WAY = 4;

type Send = (delivery: Delivery, bytes?: Uint8Array<ArrayBuffer>) => void;

/** Sends what is written to a response piece by piece, no quicker than the client takes it. */
export function streamTo(send: Send, id: number, request: IncomingMessage): Stream {
  let onTheWay = 0;
  const response = new DetachedResponse(request, {
    head: (status, headers) => {
      send({ kind: 'head', id, status, headers: streamedHeaders(headers, request.url) });
    },
    piece: (buffer) => {
      const bytes = toBytes(buffer);
      send({ kind: 'piece', id, bytes }, bytes);
      onTheWay += 1;
      return onTheWay < MOST_ON_THE_WAY;
    },
    end: () => {
      send({ kind: 'end', id });
    },
    broken: ({ message }) => {
      send({ kind: 'failed', id, reason: message });
    },
  });
  const take = () => {
    onTheWay -= 1;
    if (onTheWay < MOST_ON_THE_WAY) response.emit('drain');
  };
  return { request, response, take };
}
