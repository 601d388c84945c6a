import { strip } from '@/server/origin/strip';
import type { Answer } from './answer';

/** Removes from a page what only Next's scripts need; marks it as unstripped if that is impossible. */
export type StripAnswer = (answer: Answer, route: string) => Answer;

export interface Strips {
  stripped: number;
  /** Pages left unchanged because of unexpected content. */
  unstripped: number;
  /** The route of the last one, such as `/packages/p/[slug]`. */
  unstrippedRoute: string | null;
}

/** Counts into `strips`; calls `warn` the first time that a page is left unchanged for a given reason. */
export function stripWith(strips: Strips, warn: (message: string) => void): StripAnswer {
  const reasons = new Set<string>();

  function leave(answer: Answer, route: string, reason: string): Answer {
    strips.unstripped += 1;
    strips.unstrippedRoute = route;
    if (!reasons.has(reason)) warn(`${route} keeps its scripts, since ${reason}.`);
    reasons.add(reason);
    return { ...answer, isShared: false, isUnstripped: true };
  }

  return (answer, route) => {
    const isHtml = String(answer.headers['content-type']).startsWith('text/html');
    if (!isHtml || answer.body.length === 0) return answer;
    const result = strip(answer.body);
    if ('reason' in result) return leave(answer, route, result.reason);
    strips.stripped += 1;
    return { ...answer, body: result.html };
  };
}
