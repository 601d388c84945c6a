import { countPackages } from '@/db/queries/packages';
import {
  findLatestPackageChange,
  listCategoryChanges,
  listGridChanges,
  listPackageChanges,
} from '@/db/queries/sitemap';
import { listPostHeadings } from '@/db/queries/posts';
import type { Page } from '@/lib/list/paging';
import { routes } from '@/lib/routes/table';
import type { CrawlHints, SitemapPage } from '@/lib/sitemap/document';
import { now, type Micros } from '@/lib/time';

interface Section {
  hints: CrawlHints;
  count: () => number;
  list: (page: Page) => SitemapPage[];
  /** When the section last changed; undefined if it is empty or unknown. */
  changedAt: () => Micros | undefined;
}

/** The URLs of the pages that don't belong to a record. */
const staticPaths = Object.values(routes).flatMap(({ sitemap }) => sitemap);

const daily: CrawlHints = { frequency: 'daily', priority: 1 };

/** The list of posts, and each post. */
const postPages = (): SitemapPage[] => [
  { path: '/changelog/' },
  ...listPostHeadings(now()).map(({ slug, modifiedAt }) => ({
    path: `/changelog/${slug}/`,
    changedAt: modifiedAt,
  })),
];

/** The sections of the sitemap: those of djangopackages.org, and categories. */
export const sections = {
  static: {
    hints: { frequency: 'weekly', priority: 0.8 },
    count: () => staticPaths.length,
    list: ({ limit, offset }) =>
      staticPaths.slice(offset, offset + limit).map((path) => ({ path })),
    changedAt: () => undefined,
  },
  packages: {
    hints: daily,
    count: () => countPackages({}),
    list: (page) =>
      listPackageChanges(page).map(({ slug, changedAt }) => ({
        path: `/packages/p/${slug}/`,
        changedAt,
      })),
    changedAt: () => findLatestPackageChange() ?? undefined,
  },
  grids: sectionOf(daily, '/grids/g/', listGridChanges),
  categories: sectionOf({ frequency: 'daily', priority: 0.9 }, '/categories/', listCategoryChanges),
  blog: {
    hints: { frequency: 'weekly', priority: 0.5 },
    count: () => postPages().length,
    list: ({ limit, offset }) => postPages().slice(offset, offset + limit),
    changedAt: () => {
      const times = postPages().flatMap(({ changedAt }) => changedAt ?? []);
      return times.length === 0 ? undefined : Math.max(...times);
    },
  },
} satisfies Record<string, Section>;

interface Change {
  slug: string;
  changedAt: Micros;
}

/** A section with few enough records to read at once. */
function sectionOf(hints: CrawlHints, folder: string, list: () => Change[]): Section {
  return {
    hints,
    count: () => list().length,
    list: ({ limit, offset }) =>
      list()
        .slice(offset, offset + limit)
        .map(({ slug, changedAt }) => ({ path: `${folder}${slug}/`, changedAt })),
    changedAt: () => {
      const all = list();
      return all.length === 0 ? undefined : Math.max(...all.map((it) => it.changedAt));
    },
  };
}
