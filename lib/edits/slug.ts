import { z } from 'zod';

/** Words that follow `/grids/` or `/packages/` in URLs of other pages. */
const reserved = [
  ...['add', 'feature', 'package', 'element', 'g', 'p', 'latest', 'liked', 'trending'],
  ...['usage', 'flag', 'github-webhook', 'ajax_package_search', 'ajax_grid_search'],
];

const LONGEST = 50;

/** A slug that somebody chooses: as pages and the API have it in their URLs. */
export const chosenSlug = z
  .string()
  .trim()
  .min(1, 'is required')
  .max(LONGEST, `must have at most ${LONGEST} characters`)
  .regex(
    /^[a-z\d]+(?:[-_]+[a-z\d]+)*$/,
    'must have only lower-case letters, digits and hyphens, with no hyphen at either end',
  )
  .refine((slug) => !/^\d+$/.test(slug), 'must have a letter, since the API reads digits as an id')
  .refine((slug) => !reserved.includes(slug), 'is reserved for a page of this site');

/** A slug from a title that isn't taken: lower case, words joined by hyphens. `noun` begins the slug of a title without letters. */
export function newSlug(
  title: string,
  isTaken: (slug: string) => boolean,
  noun: 'grid' | 'project' = 'grid',
): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z\d\s_-]+/g, '')
    .trim()
    .replaceAll(/[\s-]+/g, '-')
    .slice(0, LONGEST - 4)
    .replaceAll(/^[-_]+|[-_]+$/g, '');
  // A slug of digits would be read as an id by the API.
  const base = plain === '' || /^\d+$/.test(plain) ? `${noun}-${plain}`.replace(/-$/, '') : plain;
  const isFree = (slug: string) => !reserved.includes(slug) && !isTaken(slug);
  if (isFree(base)) return base;
  for (let number = 2; ; number += 1) if (isFree(`${base}-${number}`)) return `${base}-${number}`;
}
