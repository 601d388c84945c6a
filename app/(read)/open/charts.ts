import { listFacetTitles, MOST_FACETED } from '@/db/queries/facets';
import { tallyPackages } from '@/db/queries/search';
import { listReleaseDays } from '@/db/queries/statistics';
import type { FacetKey } from '@/lib/facets/facets';
import { OSI, UNKNOWN, type FacetValue } from '@/lib/facets/values';
import { viewFacets } from '@/lib/facets/view';
import { findRelease } from '@/lib/package/readiness';
import { describeCourse, type Entry } from '@/lib/statistics/chart';
import { yearEntries } from '@/lib/statistics/statistics';
import { linkTo } from '@/lib/text/links';
import { formatCount } from '@/lib/text/wording';
import type { Micros } from '@/lib/time';

/** A chart of how the active packages are distributed, each bar with a link to its packages. */
interface FacetChart {
  id: FacetKey;
  title: string;
  /** URL of the packages of a value; the package list filtered by it if omitted. */
  hrefOf?: (value: string) => string | undefined;
  /** Values that only combine others. */
  omitted?: string;
  note?: string;
}

const facetCharts: FacetChart[] = [
  { id: 'category', title: 'Categories', hrefOf: (slug) => `/categories/${slug}/` },
  { id: 'django', title: 'Django versions', hrefOf: (cycle) => readinessPath('django', cycle) },
  {
    id: 'python',
    title: 'Python versions',
    hrefOf: (cycle) => readinessPath('python', cycle),
    omitted: '3',
  },
  {
    id: 'released',
    title: 'Newest release',
    note: 'Each period includes the shorter ones.',
  },
  {
    id: 'committed',
    title: 'Last commit',
    note: 'Each period includes the shorter ones; as of when each repository was last checked.',
  },
  { id: 'status', title: 'Development status' },
  { id: 'licence', title: 'Licences', omitted: OSI },
  { id: 'host', title: 'Repository hosts' },
];

/** The list of packages that declare a release; undefined if the release has no page. */
const readinessPath = (product: string, cycle: string) =>
  findRelease(product, cycle) && `/readiness/${product}/${cycle}/?says=yes`;

/** The charts of the active packages by facet, in order. */
export function listFacetCharts(now: Micros) {
  const tally = tallyPackages({ choice: {}, isActiveOnly: true, now });
  const facets = viewFacets(tally, { choice: {}, titles: listFacetTitles() });
  const charts = facetCharts.map(({ id, title, omitted, note, hrefOf }) => {
    const values = facets.find(({ key }) => key === id)?.values ?? [];
    const entryOf = ({ value, label, count }: FacetValue): Entry => ({
      label,
      count,
      href: hrefOf?.(value) ?? linkTo('/packages/', { [id]: value }, {}),
      isUnknown: value === UNKNOWN ? true : undefined,
    });
    const entries = values.filter(({ value }) => value !== omitted).map(entryOf);
    return { id, title, note, entries };
  });
  const isPart = tally.size >= MOST_FACETED;
  return {
    charts,
    note: isPart ? `Charts cover the ${formatCount(MOST_FACETED)} best-known packages.` : undefined,
  };
}

/** The chart of releases by year. */
export function releaseChart() {
  const entries = yearEntries(listReleaseDays());
  return { entries, sentence: describeCourse(entries, 'release') };
}
