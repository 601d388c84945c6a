import { z } from 'zod';
import type { Package } from '@/db/schema';
import { single } from '@/lib/list/query';
import { healthTone } from '@/lib/scoring/health';
import { countOf } from '@/lib/text/wording';
import { writableText } from '@/lib/text/xml';

const shown = ['listed', 'health', 'version', 'grids'] as const;
export type BadgeKind = (typeof shown)[number];

/** The query of a badge; an invalid `show` counts as absent. */
export const badgeQuery = z.object({
  show: single.transform((text) => shown.find((it) => it === text) ?? 'listed'),
});

export const badgeKinds: { kind: BadgeKind; name: string }[] = [
  { kind: 'listed', name: 'Listed' },
  { kind: 'health', name: 'Health' },
  { kind: 'version', name: 'Version' },
  { kind: 'grids', name: 'Comparisons' },
];

/** Backgrounds for white text, with a contrast of at least 4.5 to 1. */
const colours = {
  accent: '#2b5d9c',
  good: '#1f7a4d',
  caution: '#8a5a00',
  bad: '#b3261e',
  unknown: '#5f6670',
};

export interface BadgeInput extends Pick<Package, 'health' | 'isDeprecated' | 'isArchived'> {
  version: string | null;
  gridCount: number;
}

export interface Badge {
  label: string;
  message: string;
  color: string;
}

/** Removes characters not allowed in XML from the message: badges are SVG, and the version is untrusted. */
const badge = (label: string, message: string, color: keyof typeof colours): Badge => ({
  label,
  message: writableText(message),
  color: colours[color],
});

const makers: Record<BadgeKind, (input: BadgeInput) => Badge> = {
  // Deprecated and archived packages are listed too, but their badges must not read like an endorsement.
  listed: ({ isDeprecated, isArchived }) => {
    if (isDeprecated) return badge('packgrid', 'deprecated', 'bad');
    return isArchived
      ? badge('packgrid', 'archived', 'bad')
      : badge('packgrid', 'listed', 'accent');
  },
  health: ({ health }) =>
    health === null
      ? badge('health', 'unknown', 'unknown')
      : badge('health', healthMessage(health), healthTone(health) ?? 'unknown'),
  version: ({ version }) =>
    version === null ? badge('version', 'unknown', 'unknown') : badge('version', version, 'accent'),
  grids: ({ gridCount }) =>
    gridCount === 0
      ? badge('compared in', 'no grid yet', 'unknown')
      : badge('compared in', countOf(gridCount, 'grid'), 'accent'),
};

/** The shapes of the health mark (components/text/health-mark.tsx) as characters. */
const shapes = { good: '●', caution: '◐', bad: '○' };

function healthMessage(health: number): string {
  const tone = healthTone(health);
  return `${tone === undefined ? '' : `${shapes[tone]} `}${health} of 100`;
}

/** The badge of a package, by kind. */
export function badgeOf(kind: BadgeKind, input: BadgeInput): Badge {
  return makers[kind](input);
}

/** The badge of a package that isn't listed. */
export const unlistedBadge = badge('packgrid', 'not listed', 'unknown');

/** The path of a badge. */
export function badgePath(slug: string, kind: BadgeKind = 'listed'): string {
  return `/badges/${slug}.svg${kind === 'listed' ? '' : `?show=${kind}`}`;
}
