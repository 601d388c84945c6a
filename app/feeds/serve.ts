import type { Feed, FeedItem } from '@/lib/feeds/feed';
import { feedFormats } from '@/lib/feeds/formats';
import { now, type Micros } from '@/lib/time';
import { baseOf } from '../address';
import { movedTo, noSuch, sendDocument } from '../documents';

/** What a feed is made of; its paths begin with a slash. */
interface FeedSource {
  id: string;
  title: string;
  description: string;
  link: string;
  /** The address of the feed without its form. */
  path: string;
  /** When what the feed is about was last changed; a feed without items is as old. */
  changedAt?: Micros;
  items: (base: string) => FeedItem[];
}

/** A feed that has moved to another slug. */
interface Moved {
  movedTo: string;
}

const MAX_AGE = 300;

type Load<Params> = (params: Params) => FeedSource | Moved | undefined;

/** The handler of a feed in the form that the end of its address names. */
export function serveFeed<Params extends { format: string }>(load: Load<Params>) {
  return async (request: Request, { params }: { params: Promise<Params> }) => {
    const given = await params;
    const format = feedFormats.find(({ key }) => key === given.format);
    const source = format && load(given);
    if (!source) return noSuch('feed');
    if ('movedTo' in source) return movedTo(`${source.movedTo}${format.key}/`);

    const feed = feedOf(source, baseOf(request), format.key);
    return sendDocument(request, {
      body: format.write(feed),
      contentType: format.contentType,
      maxAge: MAX_AGE,
      changedAt: feed.updatedAt,
    });
  };
}

function feedOf(source: FeedSource, base: string, format: string): Feed {
  const { title, description, changedAt = now() } = source;
  const items = source.items(base);
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
