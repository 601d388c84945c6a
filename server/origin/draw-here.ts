import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { traceQueries } from '@/db/query-trace';
import type { Answer } from '@/server/http/answer/answer';
import type { Finish, RenderContext } from '@/server/http/answer/finish';
import { capture, type Answerer } from './capture';
import type { Drawing, Drawn } from './drawing';
import { ownRequest, type RequestKey } from './own-request';
import { receivedRequest } from './sent-request';

/** A page that takes longer than this to draw, in milliseconds, will not be drawn at all. */
const PATIENCE = 30_000;

/** The request to render, with a nonce for its scripts if they are kept. */
type RequestWith = (nonce?: string) => IncomingMessage;

/** Answers in this very thread, by what `answer` writes. */
export function drawHere(answer: Answerer, finish: Finish): Drawing {
  const render = (request: IncomingMessage, context: RenderContext, nonce?: string) =>
    capture(answer, request, (captured) => finish(captured, context, nonce));

  /** Renders with a nonce what keeps its scripts: pages of the edit section, and those that could not be stripped. */
  async function finished(requestWith: RequestWith, context: RenderContext): Promise<Answer> {
    if (context.section !== 'edit') {
      const stripped = await render(requestWith(), context);
      if (stripped.isUnstripped !== true) return stripped;
    }
    const nonce = randomBytes(16).toString('base64');
    return render(requestWith(nonce), context, nonce);
  }

  const draw = async (asked: RequestKey, context: RenderContext): Promise<Drawn> => {
    const work = () => finished((nonce) => ownRequest(asked, nonce), context);
    const { result, reads } = await traceQueries(() => withPatience(work()));
    return { answer: result, reads };
  };
  return {
    draw: oneByOne(draw),
    answer: (sent, context) => finished((nonce) => receivedRequest(sent, nonce), context),
    stream: answer,
  };
}

/** The same work, begun only when all that was asked for before is done. */
function oneByOne<Given extends unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const result = last.then(() => work(...given));
    last = result.catch(() => undefined);
    return result;
  };
}

function withPatience<Result>(result: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`This was not drawn within ${PATIENCE / 1000} seconds.`));
    }, PATIENCE);
    result.then(resolve, reject).finally(() => {
      clearTimeout(late);
    });
  });
}
