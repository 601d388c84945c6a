import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { fixedIn, isAffected, mergeAliases } from '@/lib/package/advisories';
import type { AdvisoryFacts } from '@/server/collectors/facts';
import { HostError } from '@/server/collectors/host-error';
import { listAdvisories, readAdvisories } from '@/server/collectors/osv';
import { errorOf, startAsking } from '@/tests/tools/hosts/asking';
import { startOsvHost } from '@/tests/tools/hosts/osv-host';
import { readPayloads, type PackageHost } from '@/tests/tools/hosts/package-hosts';

async function startHost(records = readPayloads('osv'), mostPerPage = 1000) {
  const host = await startOsvHost({ records, mostPerPage });
  onTestFinished(host.close);
  return host;
}

const pathsOf = ({ asked }: PackageHost) => asked.map(({ path }) => path);
const micros = (text: string) => Date.parse(text) * 1000;

/** Reads all advisories about a project. */
async function readOne(name: string): Promise<AdvisoryFacts[]> {
  const { url } = await startHost();
  const found = (await readAdvisories(startAsking(), url, [name])).get(name);
  if (found === undefined || found instanceof HostError) throw new Error('No advisories.');
  return found;
}

const V3 = 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N';
const V4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N';

test('reads all that OSV tells of the advisories about a project', async () => {
  const [first, second] = (await readOne('django-quillfern')).toSorted((a, b) =>
    b.id < a.id ? -1 : 1,
  );
  expect(first).toEqual({
    id: 'PYSEC-2030-1',
    aliases: ['CVE-2030-1001', 'GHSA-q111-q111-q111'],
    summary: '',
    publishedAt: micros('2030-01-02T03:04:05Z'),
    modifiedAt: micros('2030-02-03T04:05:06Z') + 123_456,
    withdrawnAt: null,
    severity: null,
    ranges: [[{ introduced: '0' }, { fixed: '1.0.3' }, { introduced: '1.1' }, { fixed: '1.1.2' }]],
    versions: ['1.0', '1.0.1', '1.0.2', '1.1', '1.1.1'],
    references: [
      'https://github.com/quillfern/django-quillfern/commit/0123456',
      'https://example.org/advisories/1',
    ],
  });
  expect(second).toMatchObject({
    id: 'GHSA-q111-q111-q111',
    summary: 'Quillfern draws labels without escaping',
    severity: V4,
    level: 'medium',
    ranges: [
      [{ introduced: '0' }, { fixed: '1.0.3' }],
      [{ introduced: '1.1' }, { fixed: '1.1.2' }],
    ],
    references: ['https://example.org/advisories/1'],
  });
});

test('the records of one advisory merge, and tell what fixes it', async () => {
  const [merged, ...others] = mergeAliases(await readOne('django-quillfern'));
  if (!merged) throw new Error('There is no advisory.');
  expect(others).toEqual([]);
  expect(merged).toMatchObject({ id: 'PYSEC-2030-1', severity: V4, level: 'medium' });
  expect(fixedIn('1.0.1', merged)).toBe('1.0.3');
  expect(fixedIn('1.1.1', merged)).toBe('1.1.2');
  expect(isAffected('1.0.3', merged)).toBe(false);
});

test('only the parts about the project on PyPI count', async () => {
  const ofExtras = await readOne('plain-tumbler-extras');
  expect(ofExtras.map(({ ranges }) => ranges)).toEqual([
    [[{ introduced: '2.0' }, { fixed: '2.1' }]],
  ]);
  const ofTumbler = (await readOne('plain-tumbler')).find(({ id }) => id.startsWith('GHSA'));
  expect(ofTumbler?.ranges).toEqual([[{ introduced: '0' }, { fixed: '0.2' }]]);
});

test('withdrawn advisories have the date', async () => {
  const withdrawn = (await readOne('plain-tumbler')).find(({ id }) => id === 'PYSEC-2030-2');
  expect(withdrawn?.withdrawnAt).toBe(micros('2030-02-01T00:00:00Z'));
});

test('a name may be spelled in any way', async () => {
  const { url, asked } = await startHost();
  const names = ['velvet_abacus-kit', 'VELVET.abacus.kit'];
  const found = await readAdvisories(startAsking(), url, names);
  expect([...found.keys()]).toEqual(names);
  for (const name of names) {
    expect(found.get(name)).toMatchObject([
      { id: 'PYSEC-2030-3', ranges: [[{ introduced: '1.0' }, { last_affected: '2.4' }]] },
    ]);
  }
  // One query and one record for both.
  expect(asked).toHaveLength(2);
});

test('commits are no versions, and missing parts are unknown', async () => {
  const unknown = { ranges: [], versions: [], aliases: [], severity: null };
  expect(await readOne('hollow-reed')).toMatchObject([
    { id: 'GHSA-l333-l333-l333', ...unknown },
    { id: 'PYSEC-2030-4', publishedAt: null, summary: '', references: [], ...unknown },
  ]);
});

test('fields that are null are unknown, and times have several forms', async () => {
  expect(await readOne('withered-ivy')).toEqual([
    {
      id: 'PYSEC-2030-5',
      aliases: [],
      summary: '',
      publishedAt: micros('2030-01-02T03:04:05Z'),
      modifiedAt: micros('2030-02-03T04:05:06Z') + 123_456,
      withdrawnAt: null,
      severity: null,
      ranges: [],
      versions: ['0.1'],
      references: [],
    },
  ]);
});

test.each([
  ['django-quillfern', 'GHSA-q111-q111-q111', V4, 'medium'],
  ['many-hats', 'GHSA-v555-v555-v555', V4, 'high'],
  [
    'aurore-boreale',
    'GHSA-n444-n444-n444',
    V3.replace(/PR:.*/, 'PR:N/UI:N/S:U/C:H/I:H/A:H'),
    'critical',
  ],
  ['twin-kettles', 'PYSEC-2030-7', null, undefined],
  ['dusty-mirror', 'MAL-2030-6', null, undefined],
])('the severity of %s in %s is %s, the level %s', async (name, id, severity, level) => {
  const found = (await readOne(name)).find((it) => it.id === id);
  expect([found?.severity, found?.level]).toEqual([severity, level]);
});

test('texts keep all letters, and only web pages are references', async () => {
  expect(await readOne('aurore-boreale')).toMatchObject([
    {
      summary: 'Übersetzungen führen Skripte aus – 危険',
      references: ['https://example.org/größe'],
    },
  ]);
});

test('limits of ranges are ignored', async () => {
  const [advisory] = await readOne('twin-kettles');
  expect(advisory?.ranges).toEqual([[{ introduced: '0' }, { fixed: '1.1' }]]);
});

test('a project without advisories has none', async () => {
  expect(await readOne('empty-orchard')).toEqual([]);
});

test('known advisories are not read', async () => {
  const host = await startHost();
  const names = ['plain-tumbler', 'many-hats'];
  const first = await readAdvisories(startAsking(), host.url, names);
  const stored = new Map(
    [...first.values()].flatMap((found) =>
      found instanceof HostError
        ? []
        : found.map(({ id, modifiedAt }) => [id, modifiedAt] as const),
    ),
  );
  host.asked.length = 0;
  const isKnown = (id: string, modifiedAt: number) => (stored.get(id) ?? 0) >= modifiedAt;
  const again = await readAdvisories(startAsking(), host.url, names, isKnown);
  expect([...again.values()]).toEqual([[], []]);
  expect(pathsOf(host)).toEqual(['/v1/querybatch']);
});

test('an advisory that was modified, or is not known of this project, is read', async () => {
  const records = readPayloads('osv');
  const host = await startHost(records);
  const before = micros('2030-02-03T04:05:06Z') + 123_456;
  const ids = async (isKnown: (id: string, modifiedAt: number, name: string) => boolean) => {
    const names = ['plain-tumbler', 'plain-tumbler-extras'];
    const found = await readAdvisories(startAsking(), host.url, names, isKnown);
    return [...found.values()].map((all) =>
      all instanceof HostError ? all : all.map((it) => it.id),
    );
  };
  expect(await ids((_id, _modifiedAt, name) => name === 'plain-tumbler')).toEqual([
    [],
    ['GHSA-s222-s222-s222'],
  ]);
  records.set('PYSEC-2030-2', {
    ...z.looseObject({}).parse(records.get('PYSEC-2030-2')),
    modified: '2030-02-04T00:00:00Z',
  });
  expect(await ids((_id, modifiedAt) => before >= modifiedAt)).toEqual([['PYSEC-2030-2'], []]);
});

/** Records about generated projects: `fern-0`, `fern-1` and so on have as many advisories as given. */
function recordsOf(counts: number[]): Map<string, unknown> {
  const all = counts.flatMap((count, project) =>
    Array.from({ length: count }, (_, index) => ({
      id: `PYSEC-2030-${project}-${index}`,
      modified: '2030-02-03T04:05:06Z',
      affected: [
        {
          package: { ecosystem: 'PyPI', name: `fern-${project}` },
          ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }],
        },
      ],
    })),
  );
  return new Map(all.map((record) => [record.id, record]));
}

const withId = (record: unknown, id: string) => ({ ...z.looseObject({}).parse(record), id });

test('lists of several pages are read to their ends', async () => {
  const host = await startHost(recordsOf([5, 0, 1, 2, 4]), 2);
  const names = Array.from({ length: 5 }, (_, project) => `fern-${project}`);
  const lists = await listAdvisories(startAsking(), host.url, names);
  expect([...lists.values()].map((list) => list.map(({ id }) => id))).toEqual(
    [5, 0, 1, 2, 4].map((count, project) =>
      Array.from({ length: count }, (_, index) => `PYSEC-2030-${project}-${index}`),
    ),
  );
  expect(host.asked).toHaveLength(3);
});

test('a request has at most 1000 queries', async () => {
  const host = await startHost(recordsOf([1, 1]));
  const names = Array.from({ length: 2500 }, (_, project) => `fern-${2499 - project}`);
  const lists = await listAdvisories(startAsking(), host.url, names);
  expect([...lists.keys()]).toEqual(names);
  expect(lists.get('fern-1')?.map(({ id }) => id)).toEqual(['PYSEC-2030-1-0']);
  expect(pathsOf(host)).toEqual(Array.from({ length: 3 }, () => '/v1/querybatch'));
});

test('no names need no request', async () => {
  const host = await startHost();
  expect(await readAdvisories(startAsking(), host.url, [])).toEqual(new Map());
  expect(host.asked).toEqual([]);
});

test('a list without an end is invalid', async () => {
  const host = await startHost(recordsOf([100]), 1);
  const error = await errorOf(listAdvisories(startAsking(), host.url, ['fern-0']));
  expect(error).toMatchObject({ kind: 'invalid' });
});

test('a project whose advisory can not be read has the error, the others their advisories', async () => {
  const host = await startHost();
  host.trouble = ({ path }) => (path.endsWith('/GHSA-s222-s222-s222') ? 'failing' : undefined);
  const found = await readAdvisories(startAsking(), host.url, ['plain-tumbler', 'many-hats']);
  expect(found.get('plain-tumbler')).toMatchObject({ name: 'HostError', kind: 'unavailable' });
  expect(found.get('many-hats')).toMatchObject([{ id: 'GHSA-v555-v555-v555' }]);
});

test('once the quota is used up, no further record is requested', async () => {
  const host = await startHost(recordsOf([1, 1, 1]));
  host.trouble = ({ path }) => (path.endsWith('/PYSEC-2030-1-0') ? 'limited' : undefined);
  const names = ['fern-0', 'fern-1', 'fern-2', 'fern-3'];
  const found = await readAdvisories(startAsking(), host.url, names);
  expect([...found.values()]).toMatchObject([
    [{ id: 'PYSEC-2030-0-0' }],
    { kind: 'limited' },
    { kind: 'limited' },
    [],
  ]);
  expect(pathsOf(host)).not.toContain('/v1/vulns/PYSEC-2030-2-0');
});

test('a listed advisory without a record makes its project invalid, not missing', async () => {
  const records = recordsOf([1]);
  // It is listed by this id, but isn't found by it.
  records.set('PYSEC-2030-0-0', withId(records.get('PYSEC-2030-0-0'), 'PYSEC-2030-9'));
  const host = await startHost(records);
  const found = await readAdvisories(startAsking(), host.url, ['fern-0']);
  expect(found.get('fern-0')).toMatchObject({ name: 'HostError', kind: 'invalid' });
});

test('the record of another advisory makes the project invalid', async () => {
  const records = recordsOf([1]);
  records.set('PYSEC-2030-0-0', withId(records.get('PYSEC-2030-0-0'), 'PYSEC-2030-9'));
  records.set('PYSEC-2030-9', { id: 'PYSEC-2030-8', modified: '2030-02-03T04:05:06Z' });
  const host = await startHost(records);
  const found = await readAdvisories(startAsking(), host.url, ['fern-0']);
  const error = found.get('fern-0');
  expect(error instanceof HostError && error.message).toContain('id is another advisory');
});
