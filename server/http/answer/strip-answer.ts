import { scriptsOfNext, scriptsOfSite } from '../guard-headers';
import { strip } from '@/server/origin/strip';
import type { Answer } from './answer';

/** Removes what only Next's scripts need from a page, and forbids inline scripts if none are left. */
export type StripAnswer = (answer: Answer, url: string) => Answer;

export interface Strips {
  stripped: number;
  /** Pages left unchanged because of unexpected content. */
  unstripped: number;
}

/** Counts into `strips`; calls `warn` the first time that a page is left unchanged for a given reason. */
export function stripWith(strips: Strips, warn: (message: string) => void): StripAnswer {
  const reasons = new Set<string>();

  function leave(answer: Answer, url: string, reason: string): Answer {
    strips.unstripped += 1;
    if (!reasons.has(reason)) warn(`${url} keeps its scripts, since ${reason}.`);
    reasons.add(reason);
    return answer;
  }

  return (answer, url) => {
    const isHtml = String(answer.headers['content-type']).startsWith('text/html');
    if (!isHtml || answer.body.length === 0) return answer;
    const result = strip(answer.body);
    if ('reason' in result) return leave(answer, url, result.reason);
    strips.stripped += 1;
    return { ...answer, headers: strictHeaders(answer.headers), body: result.html };
  };
}

function strictHeaders(headers: Answer['headers']): Answer['headers'] {
  const policy = headers['content-security-policy'];
  if (typeof policy !== 'string') return headers;
  return { ...headers, 'content-security-policy': policy.replace(scriptsOfNext, scriptsOfSite) };
}
