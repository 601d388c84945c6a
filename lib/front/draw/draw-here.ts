import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordReads } from '@/db/reads';
import type { Answer } from '../answer/answer';
import type { Finish, Question } from '../answer/finish';
import { capture, type Answerer } from './capture';
import type { Drawing, Drawn } from './drawing';
import { ownRequest, type Asked } from './own-request';

/** A page that takes longer than this to draw, in milliseconds, will not be drawn at all. */
const PATIENCE = 30_000;

/** Answers in this very thread, by what `answer` writes. */
export function drawHere(answer: Answerer, finish: Finish): Drawing {
  const finished = async (request: IncomingMessage, question: Question): Promise<Answer> =>
    finish(await capture(answer, request), question);
  return {
    draw: async (asked: Asked, question: Question): Promise<Drawn> => {
      const work = () => finished(ownRequest(asked), question);
      const { result, reads } = await recordReads(() => withPatience(work));
      return { answer: result, reads };
    },
    answer: finished,
    stream: answer,
  };
}

async function withPatience<Result>(work: () => Promise<Result>): Promise<Result> {
  const late = new AbortController();
  const never = sleep(PATIENCE, undefined, { signal: late.signal }).then(() => {
    throw new Error(`This was not drawn within ${PATIENCE / 1000} seconds.`);
  });
  // It is told that it is not waited for any more.
  never.catch(() => undefined);
  try {
    return await Promise.race([work(), never]);
  } finally {
    late.abort();
  }
}
