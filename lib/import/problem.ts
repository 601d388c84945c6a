export type RecordKind = 'category' | 'package' | 'grid';

/** Something that couldn't be imported as is: which record, and why. */
export interface Problem {
  /** Such as `package 34 "celery"`, or a file or URL. */
  at: string;
  why: string;
  /** Whether the whole record was skipped, rather than part of it changed. */
  isSkipped: boolean;
}

/** Text without documents; the message says why. */
export class UnreadableText extends Error {
  override name = 'UnreadableText';
}

const MOST_SHOWN = 10;

/** A catalogue that can't be loaded; the message gives up to ten problems. */
export class CatalogueError extends Error {
  override name = 'CatalogueError';

  constructor(problems: Problem[]) {
    const shown = problems.slice(0, MOST_SHOWN).map(({ at, why }) => `\n${at}: ${why}`);
    const more = problems.length > MOST_SHOWN ? `\n(${problems.length - MOST_SHOWN} more)` : '';
    super(`The catalogue can't be used:${shown.join('')}${more}`);
  }
}

export function nameOf(kind: string, id: number, slug: string): string {
  return `${kind} ${id} "${slug}"`;
}
