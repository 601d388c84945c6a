export type RecordKind = 'category' | 'package' | 'grid';

/** Something that couldn't be imported as is: which record, and why. */
export interface Problem {
  /** Such as `package 34 "celery"`, or a file or URL. */
  at: string;
  why: string;
  /** Whether the whole record was skipped, rather than part of it changed. */
  isLeftOut: boolean;
}

export function nameOf(kind: string, id: number, slug: string): string {
  return `${kind} ${id} "${slug}"`;
}
