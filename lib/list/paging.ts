import { countOf, formatCount } from '@/lib/text/wording';

/** A part of a list. */
export interface Page {
  limit: number;
  offset: number;
}

export interface Paging extends Page {
  page: number;
  pages: number;
}

/** The position of a page in a list; a page past the end becomes the last one. */
export function pageOf(total: number, requestedPage: number, limit: number): Paging {
  const pages = Math.max(1, Math.ceil(total / limit));
  const page = Math.min(requestedPage, pages);
  return { page, pages, limit, offset: (page - 1) * limit };
}

/** `21–40 of 186 packages`. */
export function describeSlice(total: number, { offset, limit }: Paging, thing: string): string {
  if (total <= limit) return countOf(total, thing);
  const last = Math.min(offset + limit, total);
  return `${formatCount(offset + 1)}–${formatCount(last)} of ${countOf(total, thing)}`;
}
