import { publishedAt, toIso, type Feed, type FeedItem } from './feed';

/** JSON Feed 1.1. */
export function toJsonFeed({ title, link, description, self, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: link,
    feed_url: self,
    description,
    language: 'en-us',
    authors: [{ name: 'Packgrid' }],
    items: items.map(itemOf),
  });
}

function itemOf(item: FeedItem) {
  const at = publishedAt(item);
  return {
    id: item.id,
    url: item.link,
    title: item.title,
    content_text: item.summary,
    ...(at === undefined ? {} : { date_published: toIso(at) }),
  };
}
