import { z } from 'zod';

/** More than the limit of a comparison, so that a page can say how many are too many. */
const MOST_SLUGS = 200;

const isSlug = (text: string) => /^[\w.-]{1,200}$/.test(text);

/** Normalizes a name for comparison (as PEP 503 does): lower case, with one hyphen between words. */
export function normalName(name: string): string {
  const parted = name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return parted.replace(/^-|-$/g, '');
}

/** Whether a text matches one of these names after normalization. */
export function isNameOf(text: string, names: (string | null)[]): boolean {
  const wanted = normalName(text);
  return names.some((name) => name !== null && normalName(name) === wanted);
}

/** Decodes a path segment; returns an empty string if its encoding is invalid. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

/** Parses comma-separated slugs; keeps the order, drops duplicates and invalid slugs. */
export function readSlugs(text: string): string[] {
  const all = text.split(',').map((slug) => slug.trim());
  return [...new Set(all)].filter((slug) => isSlug(slug)).slice(0, MOST_SLUGS);
}

/** Slugs in a search parameter, comma-separated or repeated. */
export const slugList = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined)
  .transform((given) => readSlugs([given ?? []].flat().join(',')));
