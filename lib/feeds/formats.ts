import { toAtom } from './atom';
import type { Feed } from './feed';
import { toJsonFeed } from './json-feed';
import { toRss } from './rss';

interface FeedFormat {
  /** Last path segment of its URLs. */
  key: string;
  name: string;
  mediaType: string;
  /** The Content-Type header: the media type, with a charset if needed. */
  contentType: string;
  write: (feed: Feed) => string;
}

/** The formats of each feed. */
export const feedFormats: FeedFormat[] = [
  {
    key: 'rss',
    name: 'RSS',
    mediaType: 'application/rss+xml',
    contentType: 'application/rss+xml; charset=utf-8',
    write: toRss,
  },
  {
    key: 'atom',
    name: 'Atom',
    mediaType: 'application/atom+xml',
    contentType: 'application/atom+xml; charset=utf-8',
    write: toAtom,
  },
  {
    key: 'json',
    name: 'JSON Feed',
    mediaType: 'application/feed+json',
    contentType: 'application/feed+json',
    write: toJsonFeed,
  },
];
