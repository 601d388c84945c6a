import { withEmoji } from '@/lib/text/emoji';
import { supportsPython3 } from '@/lib/package/requires-python';
import { referenceScore } from '@/lib/scoring/reference-score';
import { gridWeight, packageWeight } from '@/lib/scoring/search-weight';
import type { Micros } from '@/lib/time';
import { timeText, type Setting } from './documents';

/** Maximum number of search results; search is not paginated. */
export const MAX_HITS = 20;

interface Hit {
  title: string;
  slug: string;
  description: string;
  createdAt: Micros;
  modifiedAt: Micros;
}

interface PackageFigures {
  isDeprecated: boolean;
  description: string;
  forks: number | null;
  usage: number | null;
  stars: number | null;
  lastCommitAt: Micros | null;
  lastReleaseAt: Micros | null;
}

interface ScoredPackage extends PackageFigures {
  requiresPython: string | null;
  pythonVersions: string[];
}

interface PackageHit extends Hit, ScoredPackage {
  category: string;
  participants: string[];
}

interface GridHit extends Hit {
  isLocked: boolean;
  isHeader: boolean;
  packages: number;
}

type SearchRecord = ({ kind: 'package' } & PackageHit) | ({ kind: 'grid' } & GridHit);

/** The figures of all packages; queried only if there are grids to weigh against the best package. */
interface AllFigures {
  /** A slice of the packages, best known first. */
  list: (slice: { limit: number; offset: number }) => PackageFigures[];
  findNewestCommit: () => Micros;
}

/** The search results as documents, in the order of `hits`. */
export function searchDocuments(
  hits: SearchRecord[],
  all: AllFigures,
  now: Micros,
  { zone }: Setting,
) {
  const best = hits.some(({ kind }) => kind === 'grid') ? bestWeight(all, now) : 0;
  return hits.map((hit) =>
    hit.kind === 'package' ? ofPackage(hit, now, zone) : ofGrid(hit, best, zone),
  );
}

/** Fields that packages and grids start with; three of them repeat the title and slug without emoji. */
function common(hit: Hit, path: string, zone: string) {
  return {
    description: withEmoji(hit.description),
    title: withEmoji(hit.title),
    title_no_prefix: hit.title,
    slug_no_prefix: hit.slug,
    clean_title: hit.title,
    absolute_url: `${path}${hit.slug}/`,
    created: timeText(hit.createdAt, zone),
    modified: timeText(hit.modifiedAt, zone),
  };
}

function ofPackage(hit: PackageHit, now: Micros, zone: string) {
  const input = weightInput(hit);
  const { score, weight } = apiScores(hit, now);
  return {
    ...common(hit, '/packages/p/', zone),
    weight,
    item_type: 'package' as const,
    slug: hit.slug,
    category: hit.category,
    repo_watchers: input.stars,
    repo_forks: input.forks,
    pypi_downloads: input.downloads,
    score,
    usage: input.usage,
    participants: hit.participants.join(','),
    last_committed: timeText(hit.lastCommitAt, zone),
    last_released: timeText(hit.lastReleaseAt, zone),
  };
}

/** The `score` and `weight` of a package in search results. */
export function apiScores(pkg: ScoredPackage, now: Micros) {
  const input = weightInput(pkg);
  const isPython3 = supportsPython3(pkg.requiresPython, pkg.pythonVersions);
  const { stars, lastCommitAt } = input;
  return {
    score: referenceScore({ stars, lastCommitAt, supportsPython3: isPython3 }, now),
    weight: packageWeight(input, now),
  };
}

function ofGrid(hit: GridHit, bestPackage: number, zone: string) {
  const { isLocked, isHeader } = hit;
  return {
    ...common(hit, '/grids/g/', zone),
    weight: gridWeight({ isLocked, isHeader, hasPackages: hit.packages > 0 }, bestPackage),
    item_type: 'grid' as const,
    slug: hit.slug,
    category: '',
    repo_watchers: 0,
    repo_forks: 0,
    pypi_downloads: 0,
    score: 0,
    usage: 0,
    participants: '',
    last_committed: null,
    last_released: null,
  };
}

/** Packages weighed per batch, before checking whether a better one is possible. */
const PART = 500;

/**
 * The weight of the best package; 100 if there are no packages. Stops at the highest possible weight, which the best known packages soon
 * reach, so the rest need not be read.
 */
function bestWeight({ list, findNewestCommit }: AllFigures, now: Micros): number {
  const most = packageWeight(
    { ...faultless, lastCommitAt: findNewestCommit(), lastReleaseAt: now },
    now,
  );
  let best: number | undefined;
  for (let offset = 0; best === undefined || best < most; offset += PART) {
    const part = list({ limit: PART, offset });
    for (const it of part) best = Math.max(best ?? 0, packageWeight(weightInput(it), now));
    if (part.length < PART) break;
  }
  return best ?? 100;
}

/** A package with the best possible figures; downloads are 0, since they are unknown here. */
const faultless = {
  isDeprecated: false,
  description: 'Any.',
  downloads: 0,
  forks: Infinity,
  usage: Infinity,
  stars: Infinity,
};

/** Downloads are 0: only the download rank is collected. */
function weightInput({ forks, usage, stars, ...known }: PackageFigures) {
  return { ...known, downloads: 0, forks: forks ?? 0, usage: usage ?? 0, stars: stars ?? 0 };
}
