import { z } from 'zod';

/** Maximum length of an account name, as on GitHub. */
const LONGEST = 39;

/** Names that are URLs of other pages below `/profiles/`, or look official. */
const reserved = [
  ...[
    'add',
    'admin',
    'delete',
    'deleted',
    'edit',
    'export',
    'extra-field',
    'moderator',
    'packgrid',
  ],
  'sessions',
];

/** An account name: as on GitHub, letters, digits and single hyphens. */
export const accountName = z
  .string()
  .trim()
  .min(2, 'must have at least 2 characters')
  .max(LONGEST, `must have at most ${LONGEST} characters`)
  .regex(/^[a-z\d]+(?:-[a-z\d]+)*$/i, 'may contain letters, digits, and hyphens between them only')
  .refine((name) => !reserved.includes(name.toLowerCase()), 'is reserved');

/** A valid account name that resembles a name from elsewhere, and isn't taken. */
export function similarName(name: string, isTaken: (name: string) => boolean): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^a-z\d]+/gi, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST - 5)
    .replace(/-+$/, '');
  const base = accountName.safeParse(plain).success ? plain : 'user';
  if (base === plain && !isTaken(base)) return base;
  for (let number = 2; ; number += 1) {
    const numbered = `${base}-${number}`;
    if (!isTaken(numbered)) return numbered;
  }
}
