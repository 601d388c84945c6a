import type { IncomingMessage, ServerResponse } from 'node:http';
import type { QueryTrace } from '@/db/query-trace';
import type { Answer } from '@/server/http/answer/answer';
import type { RenderContext } from '@/server/http/answer/finish';
import type { SentRequest } from './sent-request';
import type { RequestKey } from './own-request';

/** An answer for all who ask so, and what it was drawn from; undefined where nobody can say. */
export interface Drawn {
  answer: Answer;
  reads: QueryTrace | undefined;
}

/** What answers requests that nothing in memory answers. */
export interface Drawing {
  /** One at a time, in the order of asking: what is read meanwhile counts as read for it. */
  draw: (asked: RequestKey, context: RenderContext) => Promise<Drawn>;
  /** The client's own request, with all that it carries. */
  answer: (request: SentRequest, context: RenderContext) => Promise<Answer>;
  /** Piece by piece, as it comes, of the client's own request too. */
  stream: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}
