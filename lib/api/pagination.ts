import type { Part } from './answers';
import { encodeQuery } from './query';

/** The URL of a request: absolute without its query, and the query parameters. */
export interface Address {
  path: string;
  params: URLSearchParams;
}

/** One page of a list. */
interface PageDocument<Document> {
  count: number;
  next: string | null;
  previous: string | null;
  results: Document[];
}

/** Builds a page of a list: total count, links to the neighbouring pages, and the documents. */
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

/** The request's URL with another slice; keeps all other parameters, even unknown ones. */
export function pageLink(address: Address, limit: number, offset: number): string {
  const params = new URLSearchParams(address.params);
  params.set('limit', String(limit));
  if (offset > 0) params.set('offset', String(offset));
  else params.delete('offset');
  return `${address.path}?${encodeQuery(params)}`;
}
