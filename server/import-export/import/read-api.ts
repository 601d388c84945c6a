import { z } from 'zod';
import type { StagedPage, Staging } from '@/db/writes/staging';
import { refusal, sameHost, type Client } from './client';
import { listMissingCategories } from './missing-categories';
import { MOST_LINK } from '@/lib/import/fields';
import type { RecordKind } from '@/lib/import/problem';
import { UnreadableText } from '@/lib/import/problem';
import { documentsIn } from '@/lib/import/read-text';
import { checkDocuments } from './stage';

/** Documents per page; a host may return fewer. */
const LIMIT = 100;

/** A host that claims more records than this counts wrongly, or wants us to read forever. */
const MOST_RECORDS = 1_000_000;

const lists = [
  { kind: 'category', path: 'categories/' },
  { kind: 'package', path: 'packages/' },
  { kind: 'grid', path: 'grids/' },
] as const;

interface HostImport {
  base: URL;
  client: Client;
  staging: Staging;
  onProgress: (read: number, total: number) => void;
}

export interface Gathered {
  /** The kinds whose records were all read. */
  whole: RecordKind[];
}

/** Finds a host's API root from a URL that the user typed: that of the site, of the API, or of something in the API. */
export function apiRoot(typed: URL): { root: URL; rest: string } {
  const [, before = '', rest = ''] = /^(.*?\/api\/v4\/?)(.*)$/.exec(typed.pathname) ?? [];
  const root = new URL(typed);
  root.search = '';
  root.hash = '';
  root.pathname = before === '' ? join(typed.pathname, 'api/v4/') : join(before, '');
  return { root, rest: before === '' ? '' : rest };
}

const join = (folder: string, name: string) => `${folder.replace(/\/*$/, '')}/${name}`;

/** Stages what a URL refers to: the whole catalogue of a host, one list, or one document or file. */
export async function gatherHost(
  typed: URL,
  hostImport: Omit<HostImport, 'base'>,
): Promise<Gathered> {
  const { root, rest } = apiRoot(typed);
  const all = { ...hostImport, base: root };
  if (!typed.pathname.includes('/api/v4') && /\.\w+$/.test(typed.pathname)) {
    return gatherOne(typed, all);
  }
  if (rest !== '') {
    const list = lists.find(({ path }) => path === join(rest, ''));
    if (!list) return gatherOne(typed, all);
    const isWhole = await gatherList(root, list.path, all, counter(all.onProgress));
    await gatherCategories(all);
    return { whole: isWhole ? [list.kind] : [] };
  }
  const progress = counter(all.onProgress);
  await gatherCatalogue(root, all);
  const outcomes = await Promise.all(
    lists.map(async ({ kind, path }) =>
      (await gatherList(root, path, all, progress)) ? [kind] : [],
    ),
  );
  return { whole: outcomes.flat() };
}

async function gatherOne(address: URL, hostImport: HostImport): Promise<Gathered> {
  const { client, staging } = hostImport;
  const asked = new URL(address);
  if (address.pathname.includes('/api/v4')) {
    asked.searchParams.delete('format');
    asked.searchParams.set('include', 'facts');
  }
  const { documents, problems } = read(await client.read(asked), asked.href);
  staging.saveDocuments(documents, problems);
  await gatherCategories(hostImport);
  return { whole: [] };
}

/** Fetches categories that packages need and that are still missing, from the host of the packages. */
async function gatherCategories({ base, client, staging }: HostImport): Promise<void> {
  for (const link of listMissingCategories(staging)) {
    const address = URL.canParse(link) ? new URL(link) : undefined;
    // Links to other hosts are not followed; the packages concerned are skipped, and the report says why.
    if (address?.host !== base.host) continue;
    address.search = '';
    const asked = sameHost(address.href, base, base);
    const text = await client.readIfThere(asked);
    if (text === undefined) continue;
    const { documents, problems } = read(text, asked.href);
    staging.saveDocuments(
      documents.filter(({ kind }) => kind === 'category'),
      problems,
    );
  }
}

/** Fetches metadata of the catalogue as a whole, which only Packgrid hosts have. */
async function gatherCatalogue(root: URL, { client, staging }: HostImport): Promise<void> {
  if (staging.findState('whole') !== undefined) return;
  const text = await client.readIfThere(new URL('catalogue/', root));
  const documents = text === undefined ? [] : readCatalogue(text, root.href);
  staging.saveDocuments(documents, []);
  staging.saveState('whole', 'read');
}

function readCatalogue(text: string, place: string) {
  try {
    return read(text, place).documents.filter(({ kind }) => kind === 'catalogue');
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    return [];
  }
}

function read(text: string, place: string) {
  return checkDocuments(documentsIn(text), place);
}

function counter(onProgress: HostImport['onProgress']) {
  const totals = new Map<string, number>();
  let done = 0;
  return (list: string, size: number, count: number) => {
    totals.set(list, count);
    done += size;
    onProgress(
      done,
      [...totals.values()].reduce((sum, it) => sum + it, 0),
    );
  };
}

type Count = ReturnType<typeof counter>;

/**
 * Reads a list to its end and returns whether it is complete. If the URL of the next page shows how pages are numbered, they are fetched
 * concurrently within the request policy; otherwise one after another.
 */
async function gatherList(root: URL, path: string, hostImport: HostImport, onPage: Count) {
  const first = new URL(path, root);
  first.searchParams.set('limit', String(LIMIT));
  first.searchParams.set('include', 'facts');
  let read = 0;
  const readPage = async (address: URL) => {
    const page = await gatherPage(address, first, hostImport);
    onPage(path, page.size, page.count ?? 0);
    read += page.fresh;
    return page;
  };

  const page = await readPage(first);
  const count = page.count ?? 0;
  if (count > MOST_RECORDS) throw refusal(`${first.href} reports ${count} records`);
  const planned = plan(first, page);
  const pages = await Promise.all(planned.map(readPage));
  const visited = new Set([first, ...planned].map(({ href }) => href));
  await readOn(pages.at(-1) ?? page, first, readPage, visited, hostImport);
  if (read >= count) return true;
  const why = `it reports ${count} records, but returned ${read}; it may have changed meanwhile`;
  hostImport.staging.saveDocuments([], [{ at: first.href, why, isSkipped: false }]);
  return false;
}

/** MOST_RECORDS at 20 per page; a host with more pages than this never ends. */
const MOST_PAGES = 50_000;

/** Longer lists are followed page by page, so that they end when nothing new comes. */
const MOST_PLANNED = 10_000;

/** Returns the URLs of the pages after the first, if `next` is the same URL with an offset. */
function plan(first: URL, { next, count }: StagedPage): URL[] {
  if (next === null || count === null) return [];
  const second = new URL(next);
  const step = Number(second.searchParams.get('offset'));
  const expected = new URL(first);
  expected.searchParams.set('limit', String(step));
  expected.searchParams.set('offset', String(step));
  const isPlain = step > 0 && sorted(second) === sorted(expected);
  if (!isPlain) return [];
  const size = Math.ceil(count / step) - 1;
  if (size > MOST_PLANNED) return [];
  return Array.from({ length: size }, (_, index) => {
    const address = new URL(second);
    address.searchParams.set('offset', String(step * (index + 1)));
    return address;
  });
}

function sorted(address: URL): string {
  const copy = new URL(address);
  copy.searchParams.sort();
  return copy.href;
}

/** Follows `next` until there is none or it returns nothing new. */
async function readOn(
  from: StagedPage,
  first: URL,
  readPage: (address: URL) => Promise<StagedPage>,
  visited: Set<string>,
  { staging }: HostImport,
): Promise<void> {
  let page = from;
  while (page.next !== null) {
    if (visited.size > MOST_PAGES) {
      throw refusal(`${first.href} has more than ${MOST_PAGES} pages`);
    }
    const address = new URL(page.next);
    const isRepeated = visited.has(address.href);
    visited.add(address.href);
    if (!isRepeated) page = await readPage(address);
    if (!isRepeated && (page.fresh > 0 || page.next === null)) continue;
    const why = `its pages repeat: ${address.href} has nothing new`;
    staging.saveDocuments([], [{ at: first.href, why, isSkipped: false }]);
    return;
  }
}

/** A host that ignores the limit returns its whole list at once; none has as many records as this. */
const MOST_PER_PAGE = 100_000;

const envelope = z.object({
  count: z.int().nonnegative().nullish(),
  next: z.string().max(MOST_LINK).nullish(),
  results: z.array(z.unknown()).max(MOST_PER_PAGE),
});

/** Reads a page of a list, or returns it from an earlier run that was interrupted. */
async function gatherPage(address: URL, list: URL, hostImport: HostImport): Promise<StagedPage> {
  const { staging, client, base } = hostImport;
  const known = staging.findPage(address.href);
  if (known) return known;
  const json = await client.readJson(address);
  const page = envelope.safeParse(json);
  if (!page.success) throw refusal(`${address.href} is not a page of a list`);
  const { results, count = null, next } = page.data;
  const following = next === null || next === undefined ? null : sameList(next, list, base);
  const { documents, problems } = checkDocuments(results, address.href);
  const row = { next: following, count, size: results.length };
  const fresh = staging.savePage(address.href, row, documents, problems);
  return { ...row, fresh };
}

/** Returns the URL of a list's next page. Throws RemoteError if it is on another host or path. */
function sameList(next: string, list: URL, base: URL): string {
  const address = sameHost(next, list, base);
  if (address.pathname !== list.pathname) {
    throw refusal(`${list.href} continues at ${next}, which is another list`);
  }
  return address.href;
}
