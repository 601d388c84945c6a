import { z } from 'zod';
import type { StagedPage, Staging } from '@/db/writes/staging';
import { refusal, sameHost, type Client } from './client';
import type { RecordKind } from './problem';
import { documentsIn, UnreadableText } from './read-text';
import { checkDocuments } from './stage';

/** Documents a page; a host may give fewer. */
const LIMIT = 100;

/** A host that says that it has more has lost count, or wants us to go on for ever. */
const MOST_RECORDS = 1_000_000;

const lists = [
  { kind: 'category', path: 'categories/' },
  { kind: 'package', path: 'packages/' },
  { kind: 'grid', path: 'grids/' },
] as const;

interface Reading {
  base: URL;
  client: Client;
  staging: Staging;
  onProgress: (read: number, total: number) => void;
}

export interface Gathered {
  /** The kinds of which all records were read. */
  whole: RecordKind[];
}

/** Where a host has its API, by an address that somebody typed: that of the site, of the API, or of something in it. */
export function apiRoot(typed: URL): { root: URL; rest: string } {
  const [, before = '', rest = ''] = /^(.*?\/api\/v4\/?)(.*)$/.exec(typed.pathname) ?? [];
  const root = new URL(typed);
  root.search = '';
  root.hash = '';
  root.pathname = before === '' ? join(typed.pathname, 'api/v4/') : join(before, '');
  return { root, rest: before === '' ? '' : rest };
}

const join = (folder: string, name: string) => `${folder.replace(/\/*$/, '')}/${name}`;

/** Gathers what an address stands for: the whole catalogue of a host, one list, or one document or file. */
export async function gatherHost(typed: URL, reading: Omit<Reading, 'base'>): Promise<Gathered> {
  const { root, rest } = apiRoot(typed);
  const all = { ...reading, base: root };
  if (!typed.pathname.includes('/api/v4') && /\.\w+$/.test(typed.pathname)) {
    return gatherOne(typed, all);
  }
  if (rest !== '') {
    const list = lists.find(({ path }) => path === join(rest, ''));
    if (!list) return gatherOne(typed, all);
    const isWhole = await gatherList(root, list.path, all, counter(all.onProgress));
    return { whole: isWhole ? [list.kind] : [] };
  }
  const progress = counter(all.onProgress);
  await gatherWhole(root, all);
  const outcomes = await Promise.all(
    lists.map(async ({ kind, path }) =>
      (await gatherList(root, path, all, progress)) ? [kind] : [],
    ),
  );
  return { whole: outcomes.flat() };
}

async function gatherOne(address: URL, { client, staging }: Reading): Promise<Gathered> {
  const asked = new URL(address);
  if (address.pathname.includes('/api/v4')) {
    asked.searchParams.delete('format');
    asked.searchParams.set('include', 'facts');
  }
  const { documents, problems } = read(await client.read(asked), asked.href);
  staging.saveDocuments(documents, problems);
  return { whole: [] };
}

/** What a Packgrid says of its catalogue as a whole; other hosts have no such thing. */
async function gatherWhole(root: URL, { client, staging }: Reading): Promise<void> {
  if (staging.findState('whole') !== undefined) return;
  const text = await client.readIfThere(new URL('catalogue/', root));
  const documents = text === undefined ? [] : readWhole(text, root.href);
  staging.saveDocuments(documents, []);
  staging.saveState('whole', 'read');
}

function readWhole(text: string, place: string) {
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

function counter(onProgress: Reading['onProgress']) {
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
 * Reads a list to its end, and says whether all of it came. Where the address of the next page tells how pages are numbered, all are asked
 * for at a time, as far as manners allow; else one after the other.
 */
async function gatherList(root: URL, path: string, reading: Reading, onPage: Count) {
  const first = new URL(path, root);
  first.searchParams.set('limit', String(LIMIT));
  first.searchParams.set('include', 'facts');
  let read = 0;
  const readPage = async (address: URL) => {
    const page = await gatherPage(address, first, reading);
    onPage(path, page.size, page.count ?? 0);
    read += page.fresh;
    return page;
  };

  const page = await readPage(first);
  const count = page.count ?? 0;
  if (count > MOST_RECORDS) throw refusal(`${first.href} says that it has ${count} records`);
  const planned = plan(first, page);
  const pages = await Promise.all(planned.map(readPage));
  const visited = new Set([first, ...planned].map(({ href }) => href));
  await readOn(pages.at(-1) ?? page, first, readPage, visited, reading);
  if (read >= count) return true;
  const why = `it says that it has ${count} records and gave ${read}; it may have changed meanwhile`;
  reading.staging.saveDocuments([], [{ at: first.href, why, isLeftOut: false }]);
  return false;
}

/** More pages than this are followed one by one, so that they end where nothing new comes. */
const MOST_PLANNED = 10_000;

/** The addresses of the pages after the first, if its `next` is the same address with an offset. */
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

/** Follows `next` from a page on, until there is none or it leads to nothing new. */
async function readOn(
  from: StagedPage,
  first: URL,
  readPage: (address: URL) => Promise<StagedPage>,
  visited: Set<string>,
  { staging }: Reading,
): Promise<void> {
  let page = from;
  while (page.next !== null) {
    const address = new URL(page.next);
    const isCircle = visited.has(address.href);
    visited.add(address.href);
    if (!isCircle) page = await readPage(address);
    if (!isCircle && (page.fresh > 0 || page.next === null)) continue;
    const why = `its pages lead in circles: ${address.href} has nothing new`;
    staging.saveDocuments([], [{ at: first.href, why, isLeftOut: false }]);
    return;
  }
}

const envelope = z.object({
  count: z.int().nonnegative().nullish(),
  next: z.string().nullish(),
  results: z.array(z.unknown()),
});

/** A page of a list, read now or by an earlier run that was interrupted. */
async function gatherPage(address: URL, list: URL, reading: Reading): Promise<StagedPage> {
  const { staging, client, base } = reading;
  const known = staging.findPage(address.href);
  if (known) return known;
  const json = await client.readJson(address);
  const page = envelope.safeParse(json);
  if (!page.success) throw refusal(`${address.href} is no page of a list`);
  const { results, count = null, next } = page.data;
  const following = next === null || next === undefined ? null : sameList(next, list, base);
  const { documents, problems } = checkDocuments(results, address.href);
  const row = { next: following, count, size: results.length };
  const fresh = staging.savePage(address.href, row, documents, problems);
  return { ...row, fresh };
}

/** Where a list goes on: on the same host, below the same path. */
function sameList(next: string, list: URL, base: URL): string {
  const address = sameHost(next, list, base);
  if (address.pathname !== list.pathname) {
    throw refusal(`${list.href} goes on at ${next}, which is another list`);
  }
  return address.href;
}
