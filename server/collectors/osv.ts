import { z } from 'zod';
import { normalizeName } from '@/lib/requirements/name';
import type { Micros } from '@/lib/time';
import { askJson, type Asking } from './ask';
import type { AdvisoryFacts } from './facts';
import { HostError } from './host-error';
import { advisoryOf, osvRecord, osvTime, type OsvRecord } from './osv-record';

/** OSV's maximum number of queries in a request. */
const MOST_QUERIES = 1000;

/** Pages of one request's answer; OSV has some hundred advisories of the most affected project, on one page. */
const MOST_PAGES = 50;

/** An advisory that OSV lists for a project. */
export interface ListedAdvisory {
  id: string;
  modifiedAt: Micros;
}

/** Whether an advisory about a project is stored as it was modified then, so that it need not be read. */
type IsKnown = (id: string, modifiedAt: Micros, name: string) => boolean;

/**
 * Reads the advisories about projects on PyPI from OSV. `base` is the address of its API without a final slash, such as
 * `https://api.osv.dev`. For each name, the result has the advisories that `isKnown` doesn't know, or the error that kept one of them from
 * being read. Once the quota is used up, the rest isn't requested. OSV no longer lists withdrawn advisories; see `listAdvisories`.
 *
 * @throws {HostError} if the lists can't be read
 */
export async function readAdvisories(
  asking: Asking,
  base: string,
  names: string[],
  isKnown: IsKnown = () => false,
): Promise<Map<string, AdvisoryFacts[] | HostError>> {
  const lists = await listAdvisories(asking, base, names);
  const read = once((id) => readRecord(asking, base, id));
  const found = new Map<string, AdvisoryFacts[] | HostError>();
  for (const [name, listed] of lists) {
    const unknown = listed.filter(({ id, modifiedAt }) => !isKnown(id, modifiedAt, name));
    found.set(name, await readAll(unknown, name, read));
  }
  return found;
}

type Read = (id: string) => Promise<OsvRecord | HostError>;

/** Reads each id once, and none after the host has refused to answer more. */
function once(read: Read): Read {
  const records = new Map<string, OsvRecord | HostError>();
  let limited: HostError | undefined;
  return async (id) => {
    const record = records.get(id) ?? limited ?? (await read(id));
    records.set(id, record);
    if (record instanceof HostError && record.kind === 'limited') limited = record;
    return record;
  };
}

/** The record of an advisory. Not a conditional request: only those are read that were modified. */
async function readRecord(
  asking: Asking,
  base: string,
  id: string,
): Promise<OsvRecord | HostError> {
  const schema = osvRecord.refine((record) => record.id === id, {
    path: ['id'],
    error: 'is another advisory',
  });
  try {
    const url = `${base}/v1/vulns/${encodeURIComponent(id)}`;
    return await askAlways(asking, url, schema);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    // The project isn't missing: OSV lists an advisory that it doesn't have.
    return error.kind === 'missing' ? new HostError('invalid', error.message) : error;
  }
}

/** As askJson, but not conditional, so that there always are facts. */
async function askAlways<Schema extends z.ZodType>(
  asking: Asking,
  url: string,
  schema: Schema,
  body?: unknown,
): Promise<z.output<Schema>> {
  const validators = { get: () => undefined, set: () => undefined };
  const answer = await askJson({ ...asking, validators }, url, { schema, body });
  if (answer.isUnchanged) throw new HostError('invalid', `${url} returned status 304`);
  return answer.facts;
}

async function readAll(listed: ListedAdvisory[], name: string, read: Read) {
  const advisories: AdvisoryFacts[] = [];
  for (const { id, modifiedAt } of listed) {
    const record = await read(id);
    if (record instanceof HostError) return record;
    const advisory = advisoryOf(record, name);
    // The list may be ahead of the record; the later time is the one to compare with the list.
    const modified = Math.max(advisory.modifiedAt, modifiedAt);
    advisories.push({ ...advisory, modifiedAt: modified });
  }
  return advisories;
}

const batch = (count: number) =>
  z.object({
    results: z
      .array(
        z.object({
          vulns: z.array(z.object({ id: z.string(), modified: osvTime })).nullish(),
          next_page_token: z.string().nullish(),
        }),
      )
      .length(count),
  });

interface Query {
  name: string;
  token?: string;
}

/**
 * Lists the advisories of each project by name, as given; those that are no longer listed were withdrawn.
 *
 * @throws {HostError} if one of the lists can't be read
 */
export async function listAdvisories(
  asking: Asking,
  base: string,
  names: string[],
): Promise<Map<string, ListedAdvisory[]>> {
  const normalized = [...new Set(names.map(normalizeName))];
  const lists = new Map<string, ListedAdvisory[]>(normalized.map((name) => [name, []]));
  for (let start = 0; start < normalized.length; start += MOST_QUERIES) {
    const queries = normalized.slice(start, start + MOST_QUERIES).map((name) => ({ name }));
    await listPages(asking, base, queries, lists);
  }
  return new Map(names.map((name) => [name, lists.get(normalizeName(name)) ?? []]));
}

/** Adds what OSV lists for these queries, page by page; the next request is about those that have more. */
async function listPages(
  asking: Asking,
  base: string,
  first: Query[],
  lists: Map<string, ListedAdvisory[]>,
) {
  let queries = first;
  for (let page = 0; queries.length > 0; page++) {
    if (page === MOST_PAGES) throw new HostError('invalid', `${base} has no last page`);
    const { results } = await askAlways(asking, `${base}/v1/querybatch`, batch(queries.length), {
      queries: queries.map(queryOf),
    });
    queries = queries.flatMap(({ name }, index) => {
      const { vulns, next_page_token: token } = results[index] ?? {};
      const listed = (vulns ?? []).map(({ id, modified }) => ({ id, modifiedAt: modified }));
      lists.get(name)?.push(...listed);
      return token ? [{ name, token }] : [];
    });
  }
}

function queryOf({ name, token }: Query) {
  return {
    package: { name, ecosystem: 'PyPI' },
    ...(token === undefined ? {} : { page_token: token }),
  };
}
