import { MICROS_PER_DAY } from '@/lib/time';
import type { Chance } from '../random';
import {
  djangoCycles,
  licences,
  adjectives,
  qualities,
  people,
  pythonCycles,
  remarks,
  sorts,
  statuses,
} from '../words';
import { pickWord } from './words';

/** The present of the generated ages. */
const TODAY = Date.UTC(2026, 10, 21, 12) * 1000;
const ACCOUNTS = 200_000;

const daysAgo = (days: number) => Math.round(TODAY - days * MICROS_PER_DAY);

/** The rows of a package: in `packages`, by column name, and its Django and Python versions. */
export type LargePackage = ReturnType<typeof packageOf>;

/** Generates packages one by one, best known first, so that they are never all in memory. */
export function* generateLargePackages(chance: Chance, size: number) {
  const slugs = new Set<string>();
  for (let rank = 0; rank < size; rank += 1) {
    let slug = slugOf(chance);
    while (slugs.has(slug)) slug += `-${pickWord(chance)}`;
    slugs.add(slug);
    yield packageOf(chance, slug, rank, size);
  }
}

/** Coprime to round numbers, so that it maps ranks to all ids. */
const STRIDE = 314_159;

function packageOf(chance: Chance, slug: string, rank: number, size: number) {
  const id = ((rank * STRIDE) % size) + 1;
  const isOnPypi = chance.isLucky(0.95);
  const isRead = chance.isLucky(0.8);
  const created = chance.whole(100, 5800);
  return {
    row: {
      id,
      slug,
      title: titleOf(chance, slug),
      category_id: chance.isLucky(0.7) ? 1 : chance.whole(1, 5),
      repo_url: `https://github.com/${accountOf(chance)}/${slug}`,
      repo_description: describe(chance),
      pypi_name: isOnPypi ? slug : null,
      pypi_url: isOnPypi ? `https://pypi.org/project/${slug}/` : '',
      pypi_download_rank: isOnPypi ? downloadRank(chance, rank) : null,
      requires_python: chance.isLucky(0.54) ? `>=${chance.pick(pythonCycles)}` : null,
      licence: isRead ? chance.pick(licences) : null,
      snapshot_at: isRead ? daysAgo(91) : null,
      development_status: chance.isLucky(0.7) ? chance.whole(1, statuses.length - 1) : null,
      documentation_url: chance.isLucky(0.55) ? `https://${slug}.readthedocs.io/` : null,
      participants: JSON.stringify(
        Array.from({ length: chance.whole(0, 60, 6) }, () => accountOf(chance)),
      ),
      usage_count: rank < 20_000 ? Math.round(400 / (rank + 1) ** 0.6) : null,
      usage_counted_at: rank < 20_000 ? daysAgo(1600) : null,
      is_deprecated: Number(chance.isLucky(0.05)),
      is_archived: Number(chance.isLucky(0.04)),
      health: chance.isLucky(0.85) ? chance.whole(0, 100) : null,
      created_at: daysAgo(created + chance.unit()),
      modified_at: daysAgo(chance.whole(0, created) + chance.unit()),
      ...stars(chance, rank),
      ...activity(chance),
    },
    support: isRead
      ? [...cyclesOf(chance, 'django', djangoCycles), ...cyclesOf(chance, 'python', pythonCycles)]
      : [],
  };
}

const accountOf = (chance: Chance) => {
  const index = chance.whole(0, ACCOUNTS - 1, 2);
  return `${people[index % people.length] ?? ''}${adjectives[index % adjectives.length] ?? ''}${index}`;
};

/** Half start with Django, followed by one to three words and sometimes a number. */
function slugOf(chance: Chance): string {
  const prefix = chance.isLucky(0.5)
    ? 'django'
    : chance.isLucky(0.2)
      ? chance.pick(adjectives)
      : '';
  const words = Array.from({ length: chance.whole(1, 3) }, () => pickWord(chance));
  const number = chance.isLucky(0.05) ? String(chance.whole(2, 9)) : '';
  return [prefix, ...words, number].filter((part) => part !== '').join('-');
}

/** Like real titles: mostly the PyPI name, otherwise words. */
function titleOf(chance: Chance, slug: string): string {
  if (chance.isLucky(0.6)) return slug;
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function describe(chance: Chance): string {
  const word = () => pickWord(chance);
  const first = `A ${word()} ${chance.pick(sorts)} for ${word()} ${word()} and ${word()}`;
  const more = Array.from({ length: chance.whole(1, 8, 2) }, word).join(' ');
  const others = chance.isLucky(0.3) ? [chance.pick(remarks)] : [];
  return [`${first} ${chance.isLucky(0.5) ? chance.pick(qualities) : more}.`, ...others].join(' ');
}

/** Downloads correlate loosely with stars. */
function downloadRank(chance: Chance, rank: number): number | null {
  const place = Math.round((rank + 1) * 10 ** (2 * chance.unit() - 1));
  return place <= 500_000 ? place : null;
}

/** A few packages have most of the stars; four in five have a handful or none. */
function stars(chance: Chance, rank: number) {
  if (chance.isLucky(0.17)) return { repo_watchers: null, repo_forks: null };
  const most = Math.round((60_000 * (0.7 + 0.6 * chance.unit())) / (rank + 1) ** 0.8);
  const watchers = most + chance.whole(0, 6, 3);
  return { repo_watchers: watchers, repo_forks: Math.round(watchers * 0.3 * chance.unit()) };
}

function activity(chance: Chance) {
  const released = chance.whole(3, 4000, 2);
  const quietDays = chance.whole(1, 4000, 3);
  const busyness = quietDays > 365 ? 0 : chance.unit() ** 2;
  const weeks = Array.from({ length: 52 }, () =>
    busyness > 0 && chance.isLucky(busyness) ? chance.whole(1, 30, 3) : 0,
  );
  const isRead = chance.isLucky(0.85);
  return {
    last_commit_at: isRead ? daysAgo(quietDays + chance.unit()) : null,
    commits_over_52: isRead ? JSON.stringify(weeks) : null,
    commits_as_of: isRead ? daysAgo(91) : null,
    last_release_number: `${chance.whole(0, 6)}.${chance.whole(0, 20, 2)}`,
    last_release_at: daysAgo(released),
    last_release_precision: 'day',
  };
}

function cyclesOf(chance: Chance, product: 'django' | 'python', cycles: string[]) {
  const first = chance.whole(0, 5);
  return cycles.slice(first, first + chance.whole(1, 5)).map((cycle) => ({ product, cycle }));
}
