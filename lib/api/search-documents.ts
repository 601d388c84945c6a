import { supportsPython3 } from '@/lib/scoring/python3';
import { referenceScore } from '@/lib/scoring/reference-score';
import { gridWeight, packageWeight } from '@/lib/scoring/search-weight';
import type { Micros } from '@/lib/time';
import { timeText, type Setting } from './documents';

/** A search gives no more than this, and has no pages. */
export const MAX_HITS = 20;

interface Hit {
  /** 0 is best. */
  rank: number;
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

interface Hits {
  packages: PackageHit[];
  grids: GridHit[];
}

/** The figures of all packages, asked for only where a grid has to be weighed against the best of them. */
interface AllFigures {
  /** A part of them, the best known first. */
  list: (slice: { limit: number; offset: number }) => PackageFigures[];
  findNewestCommit: () => Micros;
}

/** Packages and grids in one list: by rank, then stars, of which a grid has none, then title. */
export function searchDocuments(hits: Hits, all: AllFigures, now: Micros, { zone }: Setting) {
  const best = hits.grids.length === 0 ? 0 : bestWeight(all, now);
  const documents = [
    ...hits.packages.map((it) => ({ it, stars: it.stars, document: ofPackage(it, now, zone) })),
    ...hits.grids.map((it) => ({ it, stars: null, document: ofGrid(it, best, zone) })),
  ];
  return documents
    .sort(
      (a, b) =>
        a.it.rank - b.it.rank ||
        (b.stars ?? -1) - (a.stars ?? -1) ||
        a.it.title.localeCompare(b.it.title, 'en'),
    )
    .slice(0, MAX_HITS)
    .map(({ document }) => document);
}

/** Both kinds have the same fields in the same order; three of them stand for the title and slug a second time. */
function common(it: Hit, path: string, zone: string) {
  return {
    description: it.description,
    title: it.title,
    title_no_prefix: it.title,
    slug_no_prefix: it.slug,
    clean_title: it.title,
    absolute_url: `${path}${it.slug}/`,
    created: timeText(it.createdAt, zone),
    modified: timeText(it.modifiedAt, zone),
  };
}

function ofPackage(it: PackageHit, now: Micros, zone: string) {
  const facts = weightFacts(it);
  const { score, weight } = apiScores(it, now);
  return {
    ...common(it, '/packages/p/', zone),
    weight,
    item_type: 'package' as const,
    slug: it.slug,
    category: it.category,
    repo_watchers: facts.stars,
    repo_forks: facts.forks,
    pypi_downloads: facts.downloads,
    score,
    usage: facts.usage,
    participants: it.participants.join(','),
    last_committed: timeText(it.lastCommitAt, zone),
    last_released: timeText(it.lastReleaseAt, zone),
  };
}

/** The two numbers that the search of the API serves of a package. */
export function apiScores(it: ScoredPackage, now: Micros) {
  const facts = weightFacts(it);
  const isPython3 = supportsPython3(it.requiresPython, it.pythonVersions);
  const { stars, lastCommitAt } = facts;
  return {
    score: referenceScore({ stars, lastCommitAt, supportsPython3: isPython3 }, now),
    weight: packageWeight(facts, now),
  };
}

function ofGrid(it: GridHit, bestPackage: number, zone: string) {
  const { isLocked, isHeader } = it;
  return {
    ...common(it, '/grids/g/', zone),
    weight: gridWeight({ isLocked, isHeader, hasPackages: it.packages > 0 }, bestPackage),
    item_type: 'grid' as const,
    slug: it.slug,
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

/** So many packages are weighed before it is asked whether there can be a better one. */
const PART = 500;

/**
 * The weight of the best package; 100 where there is none. The best known ones soon reach what any could at most, and then the others need
 * not be read.
 */
function bestWeight({ list, findNewestCommit }: AllFigures, now: Micros): number {
  const most = packageWeight(
    { ...faultless, lastCommitAt: findNewestCommit(), lastReleaseAt: now },
    now,
  );
  let best: number | undefined;
  for (let offset = 0; best === undefined || best < most; offset += PART) {
    const part = list({ limit: PART, offset });
    for (const it of part) best = Math.max(best ?? 0, packageWeight(weightFacts(it), now));
    if (part.length < PART) break;
  }
  return best ?? 100;
}

/** As good in everything as a package can be here, where downloads are not known. */
const faultless = {
  isDeprecated: false,
  description: 'Any.',
  downloads: 0,
  forks: Infinity,
  usage: Infinity,
  stars: Infinity,
};

/** The number of downloads is not collected, only the rank by them. */
function weightFacts({ forks, usage, stars, ...known }: PackageFigures) {
  return { ...known, downloads: 0, forks: forks ?? 0, usage: usage ?? 0, stars: stars ?? 0 };
}
