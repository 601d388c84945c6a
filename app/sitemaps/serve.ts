import { settings } from '@/lib/settings';
import { MOST_ADDRESSES, sitemapDocument, sitemapIndex } from '@/lib/sitemap/document';
import { baseOf } from '../address';
import { noSuch, sendDocument } from '../documents';
import { sections } from './sections';

/** One hour, in seconds; crawlers that return sooner find nothing new. */
const MAX_AGE = 3600;

const placeOf = (request: Request) => ({
  base: baseOf(request),
  zone: settings().SITE_TIME_ZONE,
});

const pagesOf = (count: number) => Math.max(1, Math.ceil(count / MOST_ADDRESSES));

/** Creates the handler of a section. If it has more URLs than a file may contain, it continues at `?p=2`, as on djangopackages.org. */
export function serveSection(name: keyof typeof sections) {
  const { manner, count, list } = sections[name];
  return (request: Request) => {
    const given = new URL(request.url).searchParams.get('p') ?? '1';
    const page = /^[1-9]\d{0,5}$/.test(given) ? Number(given) : 0;
    if (page === 0 || page > pagesOf(count())) return noSuch('sitemap');
    const pages = list({ limit: MOST_ADDRESSES, offset: (page - 1) * MOST_ADDRESSES });
    return send(request, sitemapDocument(pages, manner, placeOf(request)));
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
  return send(request, sitemapIndex(files, placeOf(request)));
}

function send(request: Request, body: string): Response {
  return sendDocument(request, {
    body,
    contentType: 'application/xml',
    maxAge: MAX_AGE,
    // Sitemaps themselves should not be indexed.
    headers: { 'X-Robots-Tag': 'noindex, noodp, noarchive' },
  });
}
