import { markup } from '@/lib/text/markup';
import { formatDay, type Micros } from '@/lib/time';
import { xmlDocument } from '@/lib/text/xml';

/** Maximum number of URLs in one file, by sitemaps.org. */
export const MOST_ADDRESSES = 50_000;

export interface SitemapPage {
  path: string;
  changedAt?: Micros;
}

export interface CrawlHints {
  /** How often the pages are likely to change, and their priority relative to the site's other pages. */
  frequency: 'daily' | 'weekly';
  priority: number;
}

/** The base URL of links, and the time zone in which the site names days. */
interface Place {
  base: string;
  zone: string;
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const lastmod = (changedAt: Micros | undefined, { zone }: Place) =>
  changedAt === undefined ? undefined : markup`<lastmod>${formatDay(changedAt, zone)}</lastmod>`;

/** A sitemap in the sitemaps.org format. */
export function sitemapDocument(pages: SitemapPage[], hints: CrawlHints, place: Place): string {
  const { frequency, priority } = hints;
  const rest = markup`<changefreq>${frequency}</changefreq><priority>${priority.toFixed(1)}</priority>`;
  const urls = pages.map(
    ({ path, changedAt }) =>
      markup`<url><loc>${place.base + path}</loc>${lastmod(changedAt, place)}${rest}</url>\n`,
  );
  return xmlDocument(markup`<urlset xmlns="${NAMESPACE}">\n${urls}</urlset>`);
}

/** The index of a site's sitemaps. */
export function sitemapIndex(files: SitemapPage[], place: Place): string {
  const sitemaps = files.map(
    ({ path, changedAt }) =>
      markup`<sitemap><loc>${place.base + path}</loc>${lastmod(changedAt, place)}</sitemap>\n`,
  );
  return xmlDocument(markup`<sitemapindex xmlns="${NAMESPACE}">\n${sitemaps}</sitemapindex>`);
}
