import { afterAll, afterEach, expect, test } from 'vitest';
import type { Answer, Asking } from '@/server/collectors/ask';
import { readCycles } from '@/server/collectors/endoflife';
import { listAdvisories } from '@/server/collectors/osv';
import { readProject } from '@/server/collectors/pypi';
import { readDownloads } from '@/server/collectors/pypistats';
import { ASKED_AT, errorOf, factsOf, startAsking } from '@/tests/tools/hosts/asking';
import { startEndoflifeHost } from '@/tests/tools/hosts/endoflife-host';
import { startOsvHost } from '@/tests/tools/hosts/osv-host';
import {
  readPayloads,
  RETRY_AFTER,
  type PackageHost,
  type Trouble,
} from '@/tests/tools/hosts/package-hosts';
import { startPypiHost } from '@/tests/tools/hosts/pypi-host';
import { startPypistatsHost } from '@/tests/tools/hosts/pypistats-host';

const NAME = 'django-quillfern';
const onlyFor = (name: string, payload: unknown) => (asked: string) =>
  asked === name ? payload : undefined;

const pypi = await startPypiHost(onlyFor(NAME, readPayloads('pypi').get('full')));
const pypistats = await startPypistatsHost(
  onlyFor(NAME, readPayloads('pypistats').get('half-year')),
);
const endoflife = await startEndoflifeHost(
  onlyFor('fernweb', readPayloads('endoflife').get('fernweb')),
);
const osv = await startOsvHost({ records: readPayloads('osv') });

const all = [pypi, pypistats, endoflife, osv];
afterEach(() => {
  for (const host of all) host.trouble = () => undefined;
});
afterAll(() => {
  for (const host of all) host.close();
});

interface Reading {
  title: string;
  host: PackageHost;
  read: (asking?: Asking) => Promise<Answer<unknown>>;
  readUnknown: () => Promise<unknown>;
}

/** Every request that can be conditional. */
const reads: Reading[] = [
  {
    title: 'PyPI',
    host: pypi,
    read: (asking = startAsking()) => readProject(asking, pypi.url, NAME),
    readUnknown: () => readProject(startAsking(), pypi.url, 'no-such-project'),
  },
  {
    title: 'pypistats',
    host: pypistats,
    read: (asking = startAsking()) => readDownloads(asking, pypistats.url, NAME),
    readUnknown: () => readDownloads(startAsking(), pypistats.url, 'no-such-project'),
  },
  {
    title: 'endoflife.date',
    host: endoflife,
    read: (asking = startAsking()) => readCycles(asking, endoflife.url, 'fernweb'),
    readUnknown: () => readCycles(startAsking(), endoflife.url, 'no-such-product'),
  },
];

const anyRead = [
  ...reads,
  {
    title: 'OSV',
    host: osv,
    read: (asking = startAsking()) => listAdvisories(asking, osv.url, [NAME]),
  },
];

const troubles: [Trouble, string][] = [
  ['limited', 'limited'],
  ['failing', 'unavailable'],
  ['truncated', 'unavailable'],
  ['html', 'invalid'],
  ['slow', 'unavailable'],
];

/** Gives up soon on slow answers, which never end. */
function hasty(trouble: Trouble) {
  const asking = startAsking();
  if (trouble === 'slow') asking.patience = 300;
  return asking;
}

test.each(anyRead.flatMap((it) => troubles.map(([trouble, kind]) => ({ ...it, trouble, kind }))))(
  '$title: a $trouble answer is an error of the kind "$kind"',
  async ({ host, read, trouble, kind }) => {
    host.trouble = () => trouble;
    expect(await errorOf(read(hasty(trouble)))).toMatchObject({
      kind,
      retryAt: trouble === 'limited' ? ASKED_AT + RETRY_AFTER * 1_000_000 : undefined,
    });
  },
);

test.each(reads)('$title: what it does not know is missing', async ({ readUnknown }) => {
  expect(await errorOf(readUnknown())).toMatchObject({ kind: 'missing' });
});

test.each(reads)('$title: the same again is unchanged, and is not sent', async ({ host, read }) => {
  const asking = startAsking();
  const first = await read(asking);
  expect(first.isUnchanged).toBe(false);
  expect(await read(asking)).toMatchObject({ isUnchanged: true });
  expect(host.statuses.at(-1)).toBe(304);
});

test.each(reads.flatMap((it) => troubles.map(([trouble]) => ({ ...it, trouble }))))(
  '$title: facts can be read after a $trouble answer, as if it had not been',
  async ({ host, read, trouble }) => {
    const asking = hasty(trouble);
    host.trouble = () => trouble;
    await errorOf(read(asking));
    expect([...asking.stored]).toEqual([]);
    asking.patience = startAsking().patience;
    host.trouble = () => undefined;
    expect(factsOf(await read(asking))).toEqual(factsOf(await read()));
  },
);

test.each([
  ['PyPI', (url: string) => readProject(startAsking(), url, NAME)],
  ['pypistats', (url: string) => readDownloads(startAsking(), url, NAME)],
  ['endoflife.date', (url: string) => readCycles(startAsking(), url, 'fernweb')],
  ['OSV', (url: string) => listAdvisories(startAsking(), url, [NAME])],
])('%s: a host that is down is unavailable', async (_title, read) => {
  const down = await startPypiHost(() => undefined);
  down.close();
  expect(await errorOf(read(down.url))).toMatchObject({ kind: 'unavailable' });
});
