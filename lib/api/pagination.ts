import { encodeQuery } from './query';

/** Where a request went: the absolute address without its query, and all of the query. */
export interface Address {
  path: string;
  params: URLSearchParams;
}

interface Slice {
  limit: number;
  offset: number;
}

/** A page of a list: how many there are in all, the neighbouring pages, and the documents of this one. */
export function pageDocument(address: Address, slice: Slice, count: number, results: unknown[]) {
  return {
    count,
    next: nextLink(address, slice, count),
    previous: previousLink(address, slice),
    results,
  };
}

function nextLink(address: Address, { limit, offset }: Slice, count: number): string | null {
  return offset + limit >= count ? null : pageLink(address, limit, offset + limit);
}

function previousLink(address: Address, { limit, offset }: Slice): string | null {
  return offset <= 0 ? null : pageLink(address, limit, offset - limit);
}

/** The request's own address with another slice; every other parameter stays, even one the API doesn't know. */
function pageLink(address: Address, limit: number, offset: number): string {
  const params = new URLSearchParams(address.params);
  params.set('limit', String(limit));
  if (offset > 0) params.set('offset', String(offset));
  else params.delete('offset');
  return `${address.path}?${encodeQuery(params)}`;
}
