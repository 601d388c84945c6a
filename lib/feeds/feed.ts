import type { Micros, Precision } from '@/lib/time';

/** Something that a reader of a feed is told. Texts are plain, without markup. */
export interface FeedItem {
  /**
   * Unlike that of any other item. It begins with the address of a record in the API, which goes by number, wherever the item has no page
   * of its own: so it stays the same however a package is renamed.
   */
  id: string;
  title: string;
  /** The address of the page to read. */
  link: string;
  summary: string;
  /** When it happened; of a day or month that is known no better, its first moment. */
  at: Micros;
  precision: Precision;
  /** When what is told was last changed or read anew. */
  changedAt: Micros;
}

export interface Feed {
  id: string;
  title: string;
  description: string;
  /** The page of which this is the feed. */
  link: string;
  /** The address of the feed itself. */
  self: string;
  /** Of the newest of the items, or of what the feed is about where there are none yet. */
  updatedAt: Micros;
  items: FeedItem[];
}

/**
 * When an item was published, for a format that may leave it out. A date that is known to the day or month only is left out: formats
 * of feeds have no way to write one, readers would show its first moment as the very minute of a release, which is wrong for all
 * but a few. The text of the item says the day or month. Where no known time is left, a reader goes by when it first saw the item.
 */
export function publishedAt({ at, precision }: FeedItem): Micros | undefined {
  return precision === 'time' ? at : undefined;
}

/** A moment as XML and JSON write it, in UTC: `2026-05-06T20:18:05Z`. */
export function toIso(time: Micros): string {
  return `${new Date(Math.floor(time / 1000)).toISOString().slice(0, 19)}Z`;
}

/** A text for a place that readers take for HTML, before it is escaped once more as XML. */
export function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
