import type { Feed, FeedItem } from '@/lib/feeds/feed';
import { feedFormats } from '@/lib/feeds/formats';
import { routes, type RoutePath } from '@/lib/routes/table';
import { now, type Micros } from '@/lib/time';
import { baseOf } from '../address';
import { readClock } from '../clock';
import { movedTo, noSuch, sendDocument } from '../documents';

/** Content of a feed; its paths start with a slash. */
interface FeedSource {
  id: string;
  title: string;
  description: string;
  link: string;
  /** Path of the feed without its format. */
  path: string;
  /** When the feed's subject last changed; the update time of a feed without items. */
  changedAt?: Micros;
  items: (base: string, zone: string) => FeedItem[];
}

/** A feed that has moved to another slug. */
interface Moved {
  movedTo: string;
}

/** Keeps a private feed out of shared caches and search engines. */
const PRIVATE = { 'Cache-Control': 'private, max-age=300', 'X-Robots-Tag': 'noindex' };

type Load<Params> = (params: Params) => FeedSource | Moved | undefined;

/** Creates the handler of a feed; the last segment of its path is the format. */
export function serveFeed<Params extends { format: string }>(route: RoutePath, load: Load<Params>) {
  const headers = routes[route].caching === 'private' ? PRIVATE : {};
  return async (request: Request, { params }: { params: Promise<Params> }) => {
    const given = await params;
    const format = feedFormats.find(({ key }) => key === given.format);
    const source = format && load(given);
    if (!source) return noSuch('feed', headers);
    if ('movedTo' in source) return movedTo(`${source.movedTo}${format.key}/`);

    const feed = feedOf(source, baseOf(request), format.key);
    return sendDocument({
      body: format.write(feed),
      contentType: format.contentType,
      route,
      changedAt: feed.updatedAt,
      headers,
    });
  };
}

function feedOf(source: FeedSource, base: string, format: string): Feed {
  const { title, description, changedAt = now() } = source;
  const items = source
    .items(base, readClock().zone)
    .map((item) => ({ ...item, changedAt: Math.min(item.changedAt, now()) }));
  return {
    id: base + source.id,
    title,
    description,
    link: base + source.link,
    self: `${base}${source.path}${format}/`,
    updatedAt: items.length > 0 ? Math.max(...items.map((it) => it.changedAt)) : changedAt,
    items,
  };
}
