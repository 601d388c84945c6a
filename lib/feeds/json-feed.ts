import { printable } from '@/lib/text/printable';
import { toIso, type Feed, type FeedItem } from './feed';

/** JSON Feed 1.1. */
export function toJsonFeed({ title, link, description, self, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: printable(title),
    home_page_url: link,
    feed_url: self,
    description: printable(description),
    language: 'en-us',
    authors: [{ name: 'Packgrid' }],
    items: items.map(itemOf),
  });
}

function itemOf(item: FeedItem) {
  return {
    id: item.id,
    url: item.link,
    title: printable(item.title),
    content_text: printable(item.summary),
    date_published: toIso(item.publishedAt),
    ...(item.author !== undefined && { authors: [{ name: printable(item.author) }] }),
  };
}
