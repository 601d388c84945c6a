import type { Micros } from '@/lib/time';

/** An item of a feed. Texts are plain, without markup. */
export interface FeedItem {
  /**
   * Unique. If the item has no page of its own, it starts with the API URL of a record, which has a numeric id, so it stays the same when
   * a package is renamed.
   */
  id: string;
  title: string;
  /** URL of the page. */
  link: string;
  summary: string;
  /** Who wrote it, if not the site. */
  author?: string;
  /** When it happened, for sorting; the start of the day or month if not known more precisely. */
  at: Micros;
  /** The date shown by feed readers. */
  publishedAt: Micros;
  /** When the content was last edited or fetched. */
  changedAt: Micros;
}

export interface Feed {
  id: string;
  title: string;
  description: string;
  /** URL of the page that the feed belongs to. */
  link: string;
  /** URL of the feed itself. */
  self: string;
  /** Time of the newest item, or of the feed's subject if there are no items yet. */
  updatedAt: Micros;
  items: FeedItem[];
}

/** A time in ISO 8601, UTC: `2026-05-06T20:18:05Z`. */
export function toIso(time: Micros): string {
  return `${new Date(Math.floor(time / 1000)).toISOString().slice(0, 19)}Z`;
}

/** Escapes text for elements that feed readers parse as HTML; the result is escaped again as XML. */
export function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
