import { z } from 'zod';
import { single } from './list-query';
import { healthTone } from './scoring/health';
import { countOf } from './wording';

const shown = ['listed', 'health', 'version', 'grids'] as const;
export type BadgeKind = (typeof shown)[number];

/** The query of a badge; what it can't show is as if it were absent. */
export const badgeQuery = z.object({
  show: single.transform((text) => shown.find((it) => it === text) ?? 'listed'),
});

export const badgeKinds: { kind: BadgeKind; name: string }[] = [
  { kind: 'listed', name: 'Listed' },
  { kind: 'health', name: 'Health' },
  { kind: 'version', name: 'Version' },
  { kind: 'grids', name: 'Comparisons' },
];

/** Dark enough for white text on them: 4.5 to 1. */
const colours = {
  accent: '#2b5d9c',
  good: '#1f7a4d',
  caution: '#8a5a00',
  bad: '#b3261e',
  unknown: '#5f6670',
};

export interface BadgeFacts {
  health: number | null;
  isDeprecated: boolean;
  isArchived: boolean;
  version: string | null;
  gridCount: number;
}

export interface Badge {
  label: string;
  message: string;
  color: string;
}

const badge = (label: string, message: string, color: keyof typeof colours): Badge => ({
  label,
  message,
  color: colours[color],
});

const makers: Record<BadgeKind, (facts: BadgeFacts) => Badge> = {
  // A package that was given up is listed too, but its badge must not sound as if that were praise.
  listed: ({ isDeprecated, isArchived }) => {
    if (isDeprecated) return badge('packgrid', 'deprecated', 'bad');
    return isArchived
      ? badge('packgrid', 'archived', 'bad')
      : badge('packgrid', 'listed', 'accent');
  },
  health: ({ health }) =>
    health === null
      ? badge('health', 'unknown', 'unknown')
      : badge('health', `${health} of 100`, healthTone(health) ?? 'unknown'),
  version: ({ version }) =>
    version === null ? badge('version', 'unknown', 'unknown') : badge('version', version, 'accent'),
  grids: ({ gridCount }) =>
    gridCount === 0
      ? badge('compared in', 'no grid yet', 'unknown')
      : badge('compared in', countOf(gridCount, 'grid'), 'accent'),
};

/** What a badge says of a package. */
export function badgeOf(kind: BadgeKind, facts: BadgeFacts): Badge {
  return makers[kind](facts);
}

/** The badge in place of one of a package that isn't listed. */
export const unlistedBadge = badge('packgrid', 'no such package', 'unknown');

/** Where a badge is. */
export function badgePath(slug: string, kind: BadgeKind = 'listed'): string {
  return `/badges/${slug}.svg${kind === 'listed' ? '' : `?show=${kind}`}`;
}
