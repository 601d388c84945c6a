import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  listCatalogueMetadata,
  listCategoryMetadata,
  listGridMetadata,
  listIdsAfter,
  listPackageMetadata,
} from '@/db/queries/metadata';
import { categoryDocument, gridDocument, packageDocument } from '@/lib/api/documents';
import { catalogueMetadata, gridMetadata, packageMetadata } from '@/lib/api/metadata';
import { linksFrom } from '@/lib/api/links';

interface Asked {
  url: URL;
  request: IncomingMessage;
  /** Number of requests before this one. */
  number: number;
}

/** Responds in place of the host; returns whether it did. */
export type Misbehaviour = (asked: Asked, response: ServerResponse) => boolean;

interface HostOptions {
  /** Whether it supports `include=facts`, which other hosts don't. */
  hasFacts?: boolean;
  /** Maximum number of documents per page. */
  mostPerPage?: number;
  misbehave?: Misbehaviour;
}

/** Starts a host that serves this test's database over API v4, page by page, newest first. */
export async function startV4Host({
  hasFacts = true,
  mostPerPage = 1000,
  misbehave = () => false,
}: HostOptions = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
    const number = asked.push(url.pathname + url.search) - 1;
    if (misbehave({ url, request, number }, response)) return;
    const document = answer(url, hasFacts, mostPerPage);
    response.writeHead(document === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(document ?? { detail: 'Not found.' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('It listens on a port.');
  return address;
}

const kindOf = (resource: string) => (resource === 'packages' ? 'package' : 'grid');

function answer(url: URL, hasFacts: boolean, mostPerPage: number): unknown {
  const setting = { links: linksFrom(url.origin, undefined), zone: 'America/New_York' };
  const withFacts = hasFacts && url.searchParams.get('include') === 'facts';
  const lists: Record<string, () => [number, (ids: number[]) => object[]]> = {
    categories: () => [0, () => listCategoryMetadata().map((it) => categoryDocument(it, setting))],
    packages: () => [
      1,
      (ids) =>
        listPackageMetadata(ids).map((it) => ({
          ...packageDocument(it, setting),
          ...(withFacts ? { facts: packageMetadata(it, setting) } : {}),
        })),
    ],
    grids: () => [
      1,
      (ids) =>
        listGridMetadata(ids).map((it) => ({
          ...gridDocument(it, setting),
          ...(withFacts ? { facts: gridMetadata(it, setting) } : {}),
        })),
    ],
  };
  const [, resource = '', id] = /^\/api\/v4\/(\w+)\/(?:([-\w]+)\/)?$/.exec(url.pathname) ?? [];
  if (id !== undefined) return detail(resource, id);
  if (resource === 'catalogue')
    return hasFacts ? catalogueMetadata(listCatalogueMetadata()) : undefined;
  function detail(of: string, lookup: string) {
    const all = lists[of]?.()[1](of === 'categories' ? [] : listIdsAfter(kindOf(of), 0, 100_000));
    return all?.find(
      (it) => ('id' in it && String(it.id) === lookup) || ('slug' in it && it.slug === lookup),
    );
  }
  const list = lists[resource]?.();
  if (!list) return undefined;
  const [isPaged, documentsOf] = list;
  const ids = isPaged ? listIdsAfter(kindOf(resource), 0, 100_000).reverse() : [];
  const count = isPaged ? ids.length : documentsOf([]).length;
  const limit = Math.min(Number(url.searchParams.get('limit') ?? 20), mostPerPage);
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const next = new URL(url);
  next.searchParams.set('limit', String(limit));
  next.searchParams.set('offset', String(offset + limit));
  next.searchParams.sort();
  return {
    count,
    next: offset + limit < count ? next.href : null,
    previous: null,
    results: documentsOf(ids.slice(offset, offset + limit)),
  };
}
