import { markup } from '@/lib/text/markup';
import type { Micros } from '@/lib/time';
import { xmlDocument } from '@/lib/text/xml';
import { asHtml, type Feed, type FeedItem } from './feed';

/** RFC 822 with a four-digit year, like djangopackages.org: `Sat, 21 Nov 2026 19:16:02 +0000`. */
function rfc822(time: Micros): string {
  return new Date(Math.floor(time / 1000)).toUTCString().replace('GMT', '+0000');
}

/** RSS 2.0, with the self link recommended by the RSS Advisory Board. */
export function toRss({ title, link, description, self, updatedAt, items }: Feed): string {
  return xmlDocument(markup`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${title}</title>
<link>${link}</link>
<description>${description}</description>
<atom:link href="${self}" rel="self" type="application/rss+xml"/>
<language>en-us</language>
<lastBuildDate>${rfc822(updatedAt)}</lastBuildDate>
${items.map(itemOf)}</channel>
</rss>`);
}

function itemOf(item: FeedItem) {
  const isPage = item.id === item.link;
  // RSS has an element for the author's e-mail address only.
  const creator =
    item.author === undefined
      ? undefined
      : markup`<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">${item.author}</dc:creator>\n`;
  return markup`<item>
<title>${item.title}</title>
<link>${item.link}</link>
<description>${asHtml(item.summary)}</description>
${creator}<pubDate>${rfc822(item.publishedAt)}</pubDate>
<guid${isPage ? undefined : markup` isPermaLink="false"`}>${item.id}</guid>
</item>
`;
}
