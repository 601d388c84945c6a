import type { Chance } from './random';
import {
  djangoCycles,
  licences,
  adjectives,
  qualities,
  people,
  prefixes,
  pythonCycles,
  remarks,
  sorts,
  statuses,
  things,
} from './words';

/** The present of the generated ages. */
const TODAY = Date.UTC(2026, 10, 21, 12);
const FIGURES_READ = '2026-08-22';
const ACCOUNTS = 4000;

const timeBefore = (days: number) => new Date(TODAY - days * 86_400_000).toISOString();
const dayBefore = (days: number) => timeBefore(days).slice(0, 10);

/** Packages sorted by stars; values are unknown about as often as in the shipped catalogue. */
export function generatePackages(chance: Chance, size: number) {
  const slugs = distinctSlugs(chance, size);
  const ids = chance.sample(
    slugs.map((_, index) => index + 1),
    size,
  );
  return slugs.map((slug, rank) => ({
    id: ids[rank] ?? rank,
    slug,
    title: titleOf(chance, slug),
    category: chance.isLucky(0.7) ? 'apps' : chance.pick(categorySlugs),
    grids: new Array<string>(),
    repo_url: `https://github.com/${accountOf(chance)}/${slug}`,
    repo_description: describe(chance),
    documentation_url: chance.isLucky(0.55) ? `https://${slug}.readthedocs.io/` : null,
    participants: chance.sample(accounts, chance.whole(0, 60, 2)),
    usage_count_2022: chance.isLucky(0.88) ? Math.round(400 / (rank + 1) ** 0.6) : null,
    requires_python: chance.isLucky(0.54) ? `>=${chance.pick(pythonCycles)}` : null,
    development_status: chance.isLucky(0.7) ? chance.pick(statuses) : null,
    status: statusOf(chance, slugs, rank),
    ...edits(chance),
    ...stars(chance, rank),
    ...activity(chance),
    ...releasesOf(chance, slug),
  }));
}

export const categorySlugs = ['apps', 'frameworks', 'projects', 'other', 'starter-projects'];

const accounts = Array.from(
  { length: ACCOUNTS },
  (_, index) =>
    `${people[index % people.length] ?? ''}${adjectives[index % adjectives.length] ?? ''}${index}`,
);

const accountOf = (chance: Chance) => chance.pick(accounts, 2);

function distinctSlugs(chance: Chance, size: number): string[] {
  const slugs = new Set<string>();
  while (slugs.size < size) {
    slugs.add(`${chance.pick(prefixes)}-${chance.pick(adjectives)}-${chance.pick(things)}`);
  }
  return [...slugs];
}

/** Like real titles: mostly the PyPI name, otherwise words. */
function titleOf(chance: Chance, slug: string): string {
  if (chance.isLucky(0.6)) return slug;
  return slug.replace(
    /(^|-)([a-z])/g,
    (_, dash: string, letter: string) => (dash && ' ') + letter.toUpperCase(),
  );
}

function describe(chance: Chance): string {
  const sort = chance.pick(sorts);
  const first = `A ${chance.pick(adjectives)} ${sort} for ${chance.pick(things)} and ${chance.pick(things)} ${chance.pick(qualities)}.`;
  return [first, ...chance.sample(remarks, chance.whole(0, 2))].join(' ');
}

function edits(chance: Chance) {
  const created = chance.whole(100, 5800);
  const isKnown = chance.isLucky(0.9);
  return {
    created: isKnown ? timeBefore(created + chance.unit()) : null,
    modified: isKnown ? timeBefore(chance.whole(0, created) + chance.unit()) : null,
  };
}

/** A few packages have most of the stars, which decrease with the rank. */
function stars(chance: Chance, rank: number) {
  const isKnown = chance.isLucky(0.83);
  const watchers = Math.round((60_000 * (0.7 + 0.6 * chance.unit())) / (rank + 1) ** 0.95);
  return {
    repo_watchers: isKnown ? watchers : null,
    repo_forks: isKnown ? Math.round(watchers * 0.3 * chance.unit()) : null,
    repo_watchers_source: isKnown ? 'bench' : null,
    repo_watchers_date: isKnown ? FIGURES_READ : null,
  };
}

function activity(chance: Chance) {
  if (chance.isLucky(0.15)) {
    return {
      last_updated: null,
      last_fetched: null,
      commits_over_52: null,
      commits_reference_date: null,
      figures_from: null,
    };
  }
  const quietDays = chance.whole(91, 4000, 3);
  const busyness = quietDays > 450 ? 0 : chance.unit() ** 2;
  return {
    last_updated: timeBefore(quietDays + chance.unit()),
    last_fetched: FIGURES_READ,
    commits_over_52: Array.from({ length: 52 }, () =>
      chance.isLucky(busyness) ? chance.whole(1, 30, 3) : 0,
    ),
    commits_reference_date: FIGURES_READ,
    figures_from: 'bench',
  };
}

/** Releases, and other data from the repository. */
function releasesOf(chance: Chance, slug: string) {
  const releases = versionTags(chance);
  const newest = releases[0];
  const isRead = chance.isLucky(0.8);
  const isOnPypi = chance.isLucky(0.98);
  const sinceDjango = chance.whole(0, 5);
  const sincePython = chance.whole(0, 4);
  return {
    pypi_name: isOnPypi ? slug : null,
    pypi_url: isOnPypi ? `https://pypi.org/project/${slug}/` : null,
    pypi_version: isOnPypi ? (newest?.number ?? null) : null,
    pypi_released: isOnPypi ? (newest?.date.slice(0, 7) ?? null) : null,
    pypi_download_rank: isOnPypi && chance.isLucky(0.7) ? chance.whole(50, 400_000, 2) : null,
    releases: isRead ? releases : null,
    licence: isRead ? chance.pick(licences) : null,
    django_versions: isRead
      ? djangoCycles.slice(sinceDjango, sinceDjango + chance.whole(1, 6))
      : null,
    python_versions: isRead
      ? pythonCycles.slice(sincePython, sincePython + chance.whole(1, 6))
      : null,
    snapshot: isRead
      ? {
          commit: chance.whole(0x1000_0000, 0xffff_ffff).toString(16),
          date: FIGURES_READ,
          commits_total: chance.whole(10, 9000, 4),
        }
      : null,
  };
}

function versionTags(chance: Chance) {
  const size = chance.whole(5, 15);
  const major = chance.whole(0, 6);
  let days = chance.whole(0, 1500, 2);
  return Array.from({ length: size }, (_, index) => {
    days += chance.whole(3, 160, 2);
    const step = size - index;
    return { number: `${major}.${Math.floor(step / 3)}.${step % 3}`, date: dayBefore(days) };
  });
}

function statusOf(chance: Chance, slugs: string[], rank: number) {
  const isArchived = chance.isLucky(0.04);
  const isDeprecated = chance.isLucky(0.05);
  if (!isArchived && !isDeprecated) return null;
  const successor = chance.isLucky(0.5) ? chance.pick(slugs) : undefined;
  return {
    deprecated: isDeprecated,
    deprecated_at: isDeprecated ? dayBefore(chance.whole(100, 2000)) : null,
    deprecated_by: isDeprecated && successor !== slugs[rank] ? (successor ?? null) : null,
    archived: isArchived,
    archived_at: isArchived ? dayBefore(chance.whole(100, 2000)) : null,
    source: 'bench',
  };
}
