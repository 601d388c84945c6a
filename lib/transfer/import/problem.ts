export type RecordKind = 'category' | 'package' | 'grid';

/** Something that could not be taken as it came: which record, and why. */
export interface Problem {
  /** `package 34 "celery"`, or a file or an address. */
  at: string;
  why: string;
  /** Whether the record was left out for it, or only a part of it. */
  isLeftOut: boolean;
}

export function nameOf(kind: string, id: number, slug: string): string {
  return `${kind} ${id} "${slug}"`;
}
