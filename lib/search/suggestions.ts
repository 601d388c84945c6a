import { z } from 'zod';

/** As on djangopackages.org: a longer text gets no suggestions. */
const LONGEST = 100;

export const suggestionQuery = z.object({ q: z.string().trim().max(LONGEST).catch('') });

interface Suggested {
  kind: 'package' | 'grid';
  slug: string;
}

/** The page of what is suggested. */
export function suggestionPath({ kind, slug }: Suggested): string {
  return kind === 'package' ? `/packages/p/${slug}/` : `/grids/g/${slug}/`;
}
