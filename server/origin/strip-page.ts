import { strip } from '@/lib/html/strip';

/** Removes from a page what only Next's scripts need; undefined if that is impossible. */
export type StripPage = (html: Buffer, route: string) => Buffer | undefined;

/** What the stripper has done so far. */
export interface StripFigures {
  stripped: number;
  /** Pages left unchanged because of unexpected content. */
  unstripped: number;
  /** The route of the last one, such as `/packages/p/[slug]`. */
  unstrippedRoute: string | null;
}

/** Counts into `figures`; calls `warn` the first time that a page is left unchanged for a given reason. */
export function stripPageWith(figures: StripFigures, warn: (message: string) => void): StripPage {
  const reasons = new Set<string>();
  return (html, route) => {
    const result = strip(html);
    if ('html' in result) {
      figures.stripped += 1;
      return result.html;
    }
    figures.unstripped += 1;
    figures.unstrippedRoute = route;
    if (!reasons.has(result.reason)) warn(`${route} keeps its scripts, because ${result.reason}.`);
    reasons.add(result.reason);
    return undefined;
  };
}
