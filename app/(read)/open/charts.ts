import { listCategories } from '@/db/queries/categories';
import {
  listCommittedSince,
  listGridSizes,
  listHostSizes,
  listLicenseSizes,
  listReleaseDays,
  listStatusSizes,
  listSupportSizes,
} from '@/db/queries/statistics';
import {
  describeCourse,
  describeShares,
  highestOf,
  largestAndOthers,
  type Entry,
} from '@/lib/statistics/chart';
import { licenseText } from '@/lib/package/licenses';
import { countOf } from '@/lib/text/wording';
import { developmentStatusName } from '@/lib/package/development-status';
import { hostName } from '@/lib/text/links';
import { findRelease, products } from '@/lib/package/readiness';
import { ageEntries, ageLimits, sizeEntries, yearEntries } from '@/lib/statistics/statistics';
import type { Micros } from '@/lib/time';
import { compareVersions } from '@/lib/package/versions';

export interface Chart {
  id: string;
  title: string;
  kind: 'bars' | 'columns';
  heads: { label: string; count: string };
  entries: Entry[];
  sentence: string;
  note?: string;
}

const LICENCES_SHOWN = 10;

type Shares = Pick<Chart, 'id' | 'title' | 'entries'> & { label: string; note?: string };

/** Chart of how the active packages are distributed. */
function shares({ label, ...chart }: Shares): Chart {
  return {
    ...chart,
    kind: 'bars',
    heads: { label, count: 'Packages' },
    sentence: describeShares(chart.entries, 'package'),
  };
}

/** Returns the charts of /open/ in order; `active` is the number of active packages. */
export function listCharts(active: number, now: Micros): Chart[] {
  return [
    shares({ id: 'categories', title: 'Categories', label: 'Category', entries: byCategory() }),
    shares({ id: 'hosts', title: 'Repository hosts', label: 'Host', entries: byHost() }),
    shares({ id: 'licences', title: 'Licences', label: 'Licence', entries: byLicence() }),
    shares({ id: 'status', title: 'Development status', label: 'Status', entries: byStatus() }),
    shares({
      id: 'commits',
      title: 'Last commit',
      label: 'Age',
      entries: ageEntries(listCommittedSince(ageLimits(now)), active),
      note: 'As of the last time that each repository was read.',
    }),
    ...bySupport(),
    byYear(),
    byGridSize(),
  ];
}

function byCategory(): Entry[] {
  return listCategories()
    .map(({ slug, title, packageCount }) => ({
      label: title,
      count: packageCount,
      href: `/categories/${slug}/`,
    }))
    .sort((a, b) => b.count - a.count);
}

function byHost(): Entry[] {
  return listHostSizes().map(({ value, count }) => ({
    label: value === null ? 'no repository' : hostName(`https://${value}/`),
    count,
  }));
}

function byLicence(): Entry[] {
  const counts = new Map<string | null, number>();
  for (const { value, count } of listLicenseSizes()) {
    const licence = licenseText(value);
    counts.set(licence, (counts.get(licence) ?? 0) + count);
  }
  const entries = [...counts].flatMap(([label, count]) => (label === null ? [] : { label, count }));
  const unknown = counts.get(null);
  return [
    ...largestAndOthers(entries, LICENCES_SHOWN),
    ...(unknown === undefined ? [] : [{ label: 'unknown', count: unknown }]),
  ];
}

function byStatus(): Entry[] {
  return listStatusSizes()
    .toSorted((a, b) => (b.status ?? 0) - (a.status ?? 0))
    .map(({ status, count }) => ({ label: developmentStatusName(status) ?? 'unknown', count }));
}

function bySupport(): Chart[] {
  const sizes = listSupportSizes();
  return products.map(({ key, name }) => {
    const entries = sizes
      .filter(({ product }) => product === key)
      .sort((a, b) => compareVersions(a.cycle, b.cycle))
      .map(({ cycle, count }) => ({
        label: cycle,
        count,
        href: findRelease(key, cycle) && `/readiness/${key}/${cycle}/`,
      }));
    return {
      id: key,
      title: `${name} releases`,
      kind: 'columns',
      heads: { label: 'Release', count: 'Packages' },
      entries,
      sentence: describeCourse(entries, 'package', 'for'),
      note: 'Active packages whose classifiers name the release.',
    };
  });
}

function byYear(): Chart {
  const entries = yearEntries(listReleaseDays());
  return {
    id: 'years',
    title: 'Releases by year',
    kind: 'columns',
    heads: { label: 'Year', count: 'Releases' },
    entries,
    sentence: describeCourse(entries, 'release', 'in'),
    note: 'Of many packages only the newest releases are known, so early years had more than is shown.',
  };
}

function byGridSize(): Chart {
  const entries = sizeEntries(listGridSizes());
  return {
    id: 'grid-sizes',
    title: 'Sizes of grids',
    kind: 'columns',
    heads: { label: 'Packages', count: 'Grids' },
    entries,
    sentence: describeMost(entries),
  };
}

function describeMost(entries: Entry[]): string {
  const most = highestOf(entries);
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  return most
    ? `${most.count} of ${countOf(total, 'grid')} have ${most.label} packages.`
    : 'No grids.';
}
