import type { IncomingMessage, ServerResponse } from 'node:http';
import { CapturedResponse, type Captured } from './captured-response';

/** What answers a request, such as Next. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Lets a request be answered, and gives the answer when it is whole. Rejects where it is broken off. */
export function capture(answer: Answerer, request: IncomingMessage): Promise<Captured> {
  return new Promise((whole, broken) => {
    answer(request, new CapturedResponse(request, { whole, broken })).catch(broken);
  });
}
