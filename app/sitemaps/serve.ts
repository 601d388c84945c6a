import { settings } from '@/lib/settings';
import { declaredQuery } from '@/lib/routes/query';
import type { RoutePath } from '@/lib/routes/table';
import { MOST_ADDRESSES, sitemapDocument, sitemapIndex } from '@/lib/sitemap/document';
import { sitemapQuery } from '@/lib/sitemap/query';
import { baseOf } from '../address';
import { noSuch, sendDocument } from '../documents';
import { sections } from './sections';

const placeOf = (request: Request) => ({
  base: baseOf(request),
  zone: settings().SITE_TIME_ZONE,
});

const pagesOf = (count: number) => Math.max(1, Math.ceil(count / MOST_ADDRESSES));

/** Creates the handler of a section. If it has more URLs than a file may contain, it continues at `?p=2`, as on djangopackages.org. */
export function serveSection(name: keyof typeof sections) {
  const { hints, count, list } = sections[name];
  const route = `/sitemap-${name}.xml` as const;
  return (request: Request) => {
    const { p: page } = sitemapQuery.parse(declaredQuery(route, new URL(request.url).searchParams));
    if (page === 0 || page > pagesOf(count())) return noSuch('sitemap');
    const pages = list({ limit: MOST_ADDRESSES, offset: (page - 1) * MOST_ADDRESSES });
    return send(route, sitemapDocument(pages, hints, placeOf(request)));
  };
}

/** The sitemap index: all files of all sections. */
export function serveIndex(request: Request): Response {
  const files = Object.entries(sections).flatMap(([name, { count, changedAt }]) => {
    const at = changedAt();
    return Array.from({ length: pagesOf(count()) }, (_, index) => ({
      path: `/sitemap-${name}.xml${index === 0 ? '' : `?p=${index + 1}`}`,
      ...(at === undefined ? {} : { changedAt: at }),
    }));
  });
  return send('/sitemap.xml', sitemapIndex(files, placeOf(request)));
}

function send(route: RoutePath, body: string): Response {
  return sendDocument({
    body,
    contentType: 'application/xml',
    route,
    // Sitemaps themselves should not be indexed.
    headers: { 'X-Robots-Tag': 'noindex, noodp, noarchive' },
  });
}
