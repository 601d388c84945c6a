import type { Part } from './answers';
import { encodeQuery } from './query';

/** Where a request went: the absolute address without its query, and all of the query. */
export interface Address {
  path: string;
  params: URLSearchParams;
}

/** What every page of a list says of itself. */
interface PageDocument<Document> {
  count: number;
  next: string | null;
  previous: string | null;
  results: Document[];
}

/** A page of a list: how many there are in all, the neighbouring pages, and the documents of this one. */
export function pageDocument<Document>(
  address: Address,
  part: Part,
  results: Document[],
): PageDocument<Document> {
  return {
    count: part.count,
    next: nextLink(address, part),
    previous: previousLink(address, part),
    results,
  };
}

function nextLink(address: Address, { limit, offset, count }: Part): string | null {
  return offset + limit >= count ? null : pageLink(address, limit, offset + limit);
}

function previousLink(address: Address, { limit, offset }: Part): string | null {
  return offset <= 0 ? null : pageLink(address, limit, offset - limit);
}

/** The request's own address with another slice; every other parameter stays, even one the API doesn't know. */
export function pageLink(address: Address, limit: number, offset: number): string {
  const params = new URLSearchParams(address.params);
  params.set('limit', String(limit));
  if (offset > 0) params.set('offset', String(offset));
  else params.delete('offset');
  return `${address.path}?${encodeQuery(params)}`;
}
