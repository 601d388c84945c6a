import { z } from 'zod';

/** Maximum length in characters, as on djangopackages.org; longer texts get no suggestions. */
const LONGEST = 100;

export const suggestionQuery = z.object({ q: z.string().trim().max(LONGEST).catch('') });

interface Suggested {
  kind: 'package' | 'grid';
  slug: string;
}

/** The path of a suggestion's page. */
export function suggestionPath({ kind, slug }: Suggested): string {
  return kind === 'package' ? `/packages/p/${slug}/` : `/grids/g/${slug}/`;
}
