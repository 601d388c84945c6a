import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  listCatalogueFacts,
  listCategoryFacts,
  listGridFacts,
  listIdsAfter,
  listPackageFacts,
} from '@/db/queries/facts';
import { categoryDocument, gridDocument, packageDocument } from '@/lib/api/documents';
import { catalogueFacts, gridFacts, packageFacts } from '@/lib/api/facts';
import { linksFrom } from '@/lib/api/links';

interface Asked {
  url: URL;
  request: IncomingMessage;
  /** How many requests came before this one. */
  number: number;
}

/** Answers in the host's place, and says that it did. */
export type Misbehaviour = (asked: Asked, response: ServerResponse) => boolean;

interface HostOptions {
  /** Whether it knows `include=facts`, as other hosts don't. */
  hasFacts?: boolean;
  /** More documents than this it never gives at a time. */
  mostPerPage?: number;
  misbehave?: Misbehaviour;
}

/** A host that speaks v4 and holds the database of this test, page by page, newest first. */
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

function answer(url: URL, hasFacts: boolean, mostPerPage: number): unknown {
  const setting = { links: linksFrom(url.origin, undefined), zone: 'America/New_York' };
  const withFacts = hasFacts && url.searchParams.get('include') === 'facts';
  const lists: Record<string, () => [number, (ids: number[]) => object[]]> = {
    categories: () => [0, () => listCategoryFacts().map((it) => categoryDocument(it, setting))],
    packages: () => [
      1,
      (ids) =>
        listPackageFacts(ids).map((it) => ({
          ...packageDocument(it, setting),
          ...(withFacts ? { facts: packageFacts(it, setting) } : {}),
        })),
    ],
    grids: () => [
      1,
      (ids) =>
        listGridFacts(ids).map((it) => ({
          ...gridDocument(it, setting),
          ...(withFacts ? { facts: gridFacts(it, setting) } : {}),
        })),
    ],
  };
  const [, resource = ''] = /^\/api\/v4\/(\w+)\/$/.exec(url.pathname) ?? [];
  if (resource === 'catalogue') return hasFacts ? catalogueFacts(listCatalogueFacts()) : undefined;
  const list = lists[resource]?.();
  if (!list) return undefined;
  const [isPaged, documentsOf] = list;
  const kind = resource === 'packages' ? 'package' : 'grid';
  const ids = isPaged ? listIdsAfter(kind, 0, 100_000).reverse() : [];
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
