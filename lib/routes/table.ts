import { z } from 'zod';
import { signInQuery } from '@/lib/accounts/next-path';
import { badgeQuery } from '@/lib/badges/badges';
import { chooserQuery } from '@/lib/comparison/chooser-query';
import { comparisonQuery } from '@/lib/comparison/query';
import { newGridQuery } from '@/lib/edits/new-grid-query';
import { addQuery } from '@/lib/edits/add-query';
import { facetChoice } from '@/lib/facets/choice';
import { listQuery, pageQuery, single } from '@/lib/list/query';
import { recentCycles } from '@/lib/package/cycles';
import { products, readinessQuery } from '@/lib/package/readiness';
import { weekQuery } from '@/lib/posts/week';
import { daysQuery } from '@/lib/revisions/day';
import { suggestionQuery } from '@/lib/search/suggestions';
import { sitemapQuery } from '@/lib/sitemap/query';

/** The queue in which a request waits to be rendered; slow work has queues of its own, so it doesn't delay anything else. */
export type Lane = 'pages' | 'images' | 'downloads';

/** What the cache and the sitemap need to know of a route. */
export interface Route {
  /** The query parameters that change the response. Pages don't see any other, and the cache ignores them. */
  query: Readonly<Record<string, z.ZodType>>;
  /**
   * `cacheable`: the response depends on the URL and the database only. `private`: on the client or on something else too, so it is
   * rendered for each request. `streamed`: it is large or slow, so it is sent as it is produced.
   */
  caching: 'cacheable' | 'private' | 'streamed';
  lane: Lane;
  /** The max-age of its responses, in seconds; with 0, caches revalidate them soon after an edit (`lib/http/cache-control.ts`). */
  seconds: number;
  /** The URLs of its pages that don't belong to a record, for the sitemap. */
  sitemap: readonly string[];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const comparison = comparisonQuery.in.shape;
const list = listQuery([''], '').shape;
const faceted = { ...list, ...facetChoice.in.shape };

const route = (given: Partial<Route> = {}): Route => ({
  ...{ query: {}, caching: 'cacheable', lane: 'pages', seconds: 0, sitemap: [] },
  ...given,
});
const listed = (path: string, given: Partial<Route> = {}) => route({ ...given, sitemap: [path] });
const feed = route({ seconds: 5 * MINUTE });
/** Figures change no faster than that, and rendering takes a tenth of a second. */
const openGraphImage = route({ caching: 'streamed', lane: 'images', seconds: DAY });
/** Crawlers that return sooner find nothing new. */
const text = route({ seconds: HOUR });
const sitemap = route({ query: sitemapQuery.shape, seconds: HOUR });

const form = route({ caching: 'private' });
const queue = { ...form, query: { decided: z.string() } };

/** All routes of `app` but the API's, by their folder without route groups. The sitemap keeps their order. */
export const routes = {
  '/': listed('/'),
  '/grids': listed('/grids/', { query: list }),
  '/categories': listed('/categories/'),
  '/packages': listed('/packages/', { query: faceted }),
  '/packages/latest': listed('/packages/latest/', { query: list }),
  '/packages/trending': listed('/packages/trending/', { query: pageQuery.shape }),
  '/packages/liked': listed('/packages/liked/', { query: pageQuery.shape }),
  '/readiness': listed('/readiness/'),
  '/readiness/[product]/[cycle]': route({
    query: readinessQuery.shape,
    sitemap: products.flatMap(({ key }) =>
      recentCycles[key].map(({ cycle }) => `/readiness/${key}/${cycle}/`),
    ),
  }),
  '/open': listed('/open/'),
  '/feeds': listed('/feeds/'),
  '/api': listed('/api/'),
  '/scoring': listed('/scoring/'),
  '/about': listed('/about/'),
  '/help': listed('/help/'),
  '/faq': listed('/faq/'),
  '/acceptable-use': listed('/acceptable-use/'),
  '/funding': listed('/funding/'),
  '/stack': listed('/stack/'),
  '/help/permissions': listed('/help/permissions/'),
  '/terms': listed('/terms/'),

  // The sitemap has a section of its own for them.
  '/changelog': route({ query: pageQuery.shape }),
  '/changelog/[slug]': route(),

  '/history': route({ query: pageQuery.shape }),
  '/profiles/[account]': route({ query: pageQuery.shape }),
  '/profiles/[account]/contributed': route({ query: pageQuery.shape }),
  '/profiles/[account]/favorites': route({ query: pageQuery.shape }),
  '/lists/[account]/[slug]': route(),
  '/packages/p/[slug]/history': route({ query: pageQuery.shape }),
  '/grids/g/[slug]/history': route({
    query: { ...pageQuery.shape, ...daysQuery.shape, all: single },
  }),

  '/grids/feature/[feature]/history': route({ query: pageQuery.shape }),
  '/grids/element/[grid]/[package]/[feature]/history': route({ query: pageQuery.shape }),

  '/categories/[slug]': route({ query: faceted }),
  '/packages/p/[slug]': route(),
  '/packages/p/[slug]/score': route(),
  // The days lead to its history.
  '/grids/g/[slug]': route({ query: { ...comparison, ...daysQuery.shape } }),
  '/grids/g/[slug]/packages': route({ query: faceted }),
  '/grids/g/[slug]/timesheet': route({ query: { sort: list.sort } }),
  '/compare': route({ query: { ...chooserQuery.shape, ...comparison } }),
  '/compare/[packages]': route({ query: comparison }),
  '/search': route({ query: faceted }),
  // The list of files depends on the folder of dumps too.
  '/dumps': route({ caching: 'private' }),
  '/embed/grids/[slug]': route({ query: comparison }),

  // Forms of the edit section, and what depends on who is signed in.
  '/login': { ...form, query: signInQuery.shape },
  '/signup': { ...form, query: signInQuery.shape },
  '/logout': form,
  '/history/[change]': form,
  '/profiles/edit': form,
  '/profiles/sessions': form,
  '/profiles/export': form,
  '/profiles/delete': form,
  '/packages/add': { ...form, query: addQuery.shape },
  '/packages/[slug]/edit': form,
  '/packages/[slug]/mine': form,
  '/packages/usage/[slug]/add': form,
  '/packages/usage/[slug]/remove': form,
  '/favorites/add/[id]': form,
  '/favorites/remove/[id]': form,
  '/lists': form,
  '/lists/add': { ...form, query: { package: single } },
  '/lists/[account]/[slug]/edit': form,
  '/lists/[account]/[slug]/delete': form,
  '/watching': { ...form, query: pageQuery.shape },
  '/grids/[slug]/watch': form,
  '/grids/add': { ...form, query: newGridQuery.shape },
  '/history/waiting': { ...form, query: { sent: z.string() } },
  '/packages/[slug]/flag': form,
  '/packages/[slug]/example/add': form,
  '/packages/[slug]/example/[example]/edit': form,
  '/packages/[slug]/example/[example]/delete': form,
  '/moderation': queue,
  '/moderation/recent': queue,
  '/moderation/bans': form,
  '/moderation/locks': form,
  '/moderation/accounts/[account]': form,
  '/moderation/accounts/[account]/reverted': { ...form, query: { since: z.string() } },
  '/grids/[slug]/edit': form,
  '/grids/[slug]/order': form,
  '/grids/[slug]/merge': form,
  '/packages/[slug]/deprecate': form,
  '/packages/[slug]/documentation/edit': form,
  '/packages/[slug]/rename': form,
  '/grids/[slug]/rename': form,
  '/grids/[slug]/package/add': form,
  '/grids/feature/add/[grid]': form,
  '/grids/feature/[feature]': form,
  '/grids/feature/[feature]/delete': form,
  '/grids/feature/[feature]/merge': form,
  '/grids/package/[grid]/[package]/delete': form,
  '/grids/element/[grid]/[package]/[feature]': form,
  '/changelog/add': form,
  '/changelog/[slug]/edit': form,
  '/announcements': form,
  '/of-the-week': { ...form, query: weekQuery.shape },
  '/auth/[...path]': form,

  '/grids/g/[slug]/table.csv': route({ query: comparison }),
  '/grids/g/[slug]/table.json': route({ query: comparison }),
  '/grids/g/[slug]/table.md': route({ query: comparison }),
  '/packages/p/[slug]/metrics.csv': route(),
  '/compare/[packages]/table.csv': route({ query: comparison }),
  '/compare/[packages]/table.json': route({ query: comparison }),
  '/compare/[packages]/table.md': route({ query: comparison }),
  '/dumps/[file]': route({ caching: 'streamed', lane: 'downloads' }),

  '/opengraph.png': openGraphImage,
  '/packages/p/[slug]/opengraph.png': openGraphImage,
  '/grids/g/[slug]/opengraph.png': openGraphImage,
  '/compare/[packages]/opengraph.png': openGraphImage,
  // READMEs show badges through image proxies, which request them once an hour.
  '/badges/[file]': route({ query: badgeQuery.shape, seconds: HOUR }),

  '/changelog/feeds': feed,
  '/changelog/feeds/[format]': feed,
  '/feeds/packages/latest/[format]': feed,
  '/feeds/packages/p/[slug]/[format]': feed,
  '/feeds/grids/[slug]/[format]': feed,
  '/feeds/categories/[slug]/[format]': feed,
  '/feeds/releases/latest/[format]': feed,
  '/feeds/changes/[format]': feed,
  '/feeds/changes/grids/[slug]/[format]': feed,
  '/feeds/changes/packages/[slug]/[format]': feed,

  // Its address has the secret of one person.
  '/feeds/watched/[token]/[format]': route({ caching: 'private' }),

  '/search/suggestions': route({ query: suggestionQuery.shape }),
  '/search/opensearch/suggestions': route({ query: suggestionQuery.shape }),
  '/search/opensearch/description': route(),

  '/robots.txt': text,
  '/llms.txt': text,
  '/llms-full.txt': text,
  '/sitemap.xml': text,
  '/sitemap-static.xml': sitemap,
  '/sitemap-packages.xml': sitemap,
  '/sitemap-grids.xml': sitemap,
  '/sitemap-categories.xml': sitemap,
  '/sitemap-blog.xml': sitemap,
} satisfies Record<string, Route>;

export type RoutePath = keyof typeof routes;
