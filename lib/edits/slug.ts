/** Words that follow `/grids/` or `/packages/` in URLs of other pages. */
const reserved = ['add', 'feature', 'package', 'element', 'g', 'p', 'latest', 'liked', 'trending'];

const LONGEST = 50;

/** A slug from a title that isn't taken: lower case, words joined by hyphens. */
export function newSlug(title: string, isTaken: (slug: string) => boolean): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z\d\s_-]+/g, '')
    .trim()
    .replaceAll(/[\s-]+/g, '-')
    .slice(0, LONGEST - 4)
    .replaceAll(/^[-_]+|[-_]+$/g, '');
  // A slug of digits would be read as an id by the API.
  const base = plain === '' || /^\d+$/.test(plain) ? `grid-${plain}`.replace(/-$/, '') : plain;
  const isFree = (slug: string) => !reserved.includes(slug) && !isTaken(slug);
  if (isFree(base)) return base;
  for (let number = 2; ; number += 1) if (isFree(`${base}-${number}`)) return `${base}-${number}`;
}
