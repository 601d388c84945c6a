import { describeDate } from '@/lib/text/dated';
import { licenseText } from '@/lib/package/licenses';
import { webAddress } from '@/lib/text/links';
import { describeHealth } from '@/lib/scoring/health';
import { DAY_ZONE, isStale, type Clock, type Micros, type Precision } from '@/lib/time';
import { countOf, describeMonth, formatCount, joinNames } from '@/lib/text/wording';
import { llmsHead } from './head';
import type { LlmsIndex } from './index-text';
import { plain, section } from './markdown';

/** Maximum number of packages in llms-full.txt, to keep it readable (10,000 are about 4 MB); the API has the rest. */
export const MOST_OUTLINED = 10_000;

interface Outlined {
  slug: string;
  title: string;
  description: string;
  categorySlug: string;
  health: number | null;
  stars: number | null;
  starsAt: Micros | null;
  version: string | null;
  releasedAt: Micros | null;
  releasePrecision: Precision;
  lastCommitAt: Micros | null;
  licence: string | null;
  djangoVersions: string[] | null;
  repoUrl: string | null;
  pypiName: string | null;
  isDeprecated: boolean;
  isArchived: boolean;
  replacement: string | null;
}

export interface LlmsFull extends LlmsIndex {
  packages: Outlined[];
  members: { gridSlug: string; title: string }[];
  clock: Clock;
}

/** llms-full.txt: all grids with their packages, then all categories with their packages and facts. */
export function llmsFull(all: LlmsFull): string {
  const { base, counts, categories, packages } = all;
  const left = counts.packages - packages.length;
  const rest =
    left > 0
      ? `\nThe ${countOf(left, 'package')} with the fewest stars are not listed here; see ${base}/api/v4/packages/.\n`
      : '';
  return [
    llmsHead(counts),
    rest,
    section('Comparisons', gridsText(all)),
    ...categories.map((category) => categoryText(category, all)),
  ].join('');
}

function gridsText({ base, grids, members }: LlmsFull): string {
  const namesOf = new Map<string, string[]>(grids.map(({ slug }) => [slug, []]));
  for (const { gridSlug, title } of members) namesOf.get(gridSlug)?.push(plain(title));
  return grids
    .map(({ slug, title, description }) => {
      const names = joinNames(namesOf.get(slug) ?? []);
      return `### ${plain(title)}\n\n${plain(description)}\n${base}/grids/g/${slug}/\nPackages: ${names}.\n\n`;
    })
    .join('');
}

function categoryText(category: LlmsIndex['categories'][number], all: LlmsFull): string {
  const own = all.packages.filter(({ categorySlug }) => categorySlug === category.slug);
  const heading = plain(category.plural || category.title);
  const lead = category.description === '' ? '' : `${plain(category.description)}\n\n`;
  const texts = own.map((it) => packageText(it, all));
  return section(heading, lead + texts.join(''));
}

function packageText(pkg: Outlined, { base, clock }: LlmsFull): string {
  const facts = factsOf(pkg, clock).map((fact) => `- ${fact}\n`);
  const line = pkg.description === '' ? '' : `${plain(pkg.description)}\n`;
  return `### ${plain(pkg.title)}\n\n${line}${base}/packages/p/${pkg.slug}/\n\n${facts.join('')}\n`;
}

function factsOf(pkg: Outlined, clock: Clock): string[] {
  const repository = webAddress(pkg.repoUrl);
  const dated = (time: Micros, precision: Precision) => describeDate(time, precision, clock).date;
  return [
    lifecycleFact(pkg),
    pkg.health === null ? 'Health unknown' : `${describeHealth(pkg.health)}: ${pkg.health} of 100`,
    `Newest release ${plain(pkg.version ?? 'unknown')}${
      pkg.releasedAt === null ? '' : `, ${dated(pkg.releasedAt, pkg.releasePrecision)}`
    }`,
    pkg.lastCommitAt !== null && `Last commit ${dated(pkg.lastCommitAt, 'time')}`,
    pkg.stars !== null && starsFact(pkg.stars, pkg.starsAt, clock),
    `Licence ${plain(licenseText(pkg.licence) ?? 'unknown')}`,
    pkg.djangoVersions !== null &&
      pkg.djangoVersions.length > 0 &&
      `Declares support for Django ${pkg.djangoVersions.join(', ')}`,
    pkg.pypiName !== null && `pip install ${plain(pkg.pypiName)}`,
    repository !== undefined && `Repository ${repository}`,
  ].filter((fact) => fact !== false);
}

function lifecycleFact({ isDeprecated, isArchived, replacement }: Outlined): string | false {
  if (!isDeprecated) return isArchived && 'Archived: the repository is read-only';
  return replacement === null ? 'Deprecated' : `Deprecated, replaced by ${plain(replacement)}`;
}

function starsFact(stars: number, starsAt: Micros | null, clock: Clock): string {
  const when = isStale(starsAt, clock) ? ` in ${describeMonth(starsAt, DAY_ZONE)}` : '';
  return `${formatCount(stars)} stars${when}`;
}
