import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readProject } from '@/server/collectors/pypi';
import { errorOf, factsOf, startAsking } from '@/tests/tools/hosts/asking';
import { readPayloads } from '@/tests/tools/hosts/package-hosts';
import { startPypiHost } from '@/tests/tools/hosts/pypi-host';

/** A payload as far as tests change it. */
const payload = z.looseObject({
  info: z.looseObject({ name: z.string() }),
  releases: z.record(z.string(), z.array(z.looseObject({}))),
});

const payloads = new Map(
  [...readPayloads('pypi')].map(([file, content]) => [file, payload.parse(content)]),
);

let served: unknown;
const host = await startPypiHost(() => served);
afterAll(() => {
  host.close();
});

function payloadOf(file: string) {
  const found = payloads.get(file);
  if (!found) throw new Error(`There is no payload ${file}.`);
  return found;
}

const read = async (name: string) => factsOf(await readProject(startAsking(), host.url, name));

/** Reads a payload of tests/fixtures/hosts/pypi, with other metadata if given. */
async function readFile(file: string, info: Record<string, unknown> = {}) {
  const found = payloadOf(file);
  served = { ...found, info: { ...found.info, ...info } };
  return read(found.info.name);
}

const micros = (text: string) => Date.parse(text) * 1000;

test('reads all that a project tells', async () => {
  expect(await readFile('full')).toEqual({
    name: 'django-quillfern',
    summary: 'Draws ferns in admin pages',
    requiresPython: '>=3.10',
    license: 'MIT OR Apache-2.0',
    classifiers: [
      'Framework :: Django',
      'Framework :: Django :: 5.2',
      'Programming Language :: Python :: 3.13',
    ],
    links: [
      { label: 'Homepage', url: 'https://quillfern.example.org/' },
      { label: 'Documentation', url: 'https://docs.quillfern.example.org/en/latest/' },
      { label: 'Source', url: 'https://github.com/quillfern/django-quillfern' },
      { label: 'Issues', url: 'https://github.com/quillfern/django-quillfern/issues' },
    ],
    description: { text: '# Quillfern\n\nFerns, drawn with quills.', type: 'text/markdown' },
    dependencies: ['Django>=5.2', 'inkpot[blue]~=2.1', 'quilltest>=4; extra == "test"'],
    releases: [
      release('1.0', '2024-03-04T10:20:30Z', 123_456),
      release('1.1', '2025-01-02T09:00:00Z', 1),
      release('2.0a1', '2026-05-06T10:20:30Z', 123_456),
    ],
  });
});

const release = (number: string, time: string, fraction: number) => ({
  number,
  uploadedAt: micros(time) + fraction,
  isYanked: false,
  yankedReason: null,
});

test('fields that are null are unknown', async () => {
  expect(await readFile('null-fields')).toEqual({
    name: 'hollow-reed',
    summary: '',
    requiresPython: null,
    license: null,
    classifiers: [],
    links: [],
    description: null,
    dependencies: [],
    releases: [
      {
        number: '0.0.1',
        uploadedAt: micros('2019-02-03T04:05:06Z'),
        isYanked: false,
        yankedReason: null,
      },
    ],
  });
});

test('UNKNOWN is unknown too', async () => {
  expect(await readFile('old')).toMatchObject({ summary: '', links: [], description: null });
});

test('the old fields for home page and documentation are links', async () => {
  expect((await readFile('no-license')).links).toEqual([
    { label: 'Homepage', url: 'https://tumbler.example.org' },
    { label: 'Documentation', url: 'https://pythonhosted.example.org/plain-tumbler/' },
  ]);
});

test('only links to web pages count, without passwords', async () => {
  const url = new URL('https://mirror.example.org/hats');
  url.username = 'reader';
  url.password = 'secret';
  const facts = await readFile('several-licenses', {
    project_urls: {
      Funding: '',
      Chat: 'irc://chat.example.org/hats',
      Bad: 'javascript:alert(1)',
      Nothing: null,
      Mirror: url.href,
    },
  });
  expect(facts.links).toEqual([{ label: 'Mirror', url: 'https://mirror.example.org/hats' }]);
});

test('texts keep all letters', async () => {
  const { summary, description, links, releases } = await readFile('non-ascii');
  expect(summary).toBe('Nordlichter für Django – オーロラ 🌌');
  expect(description).toEqual({ text: 'Größe, naïveté, 極光', type: 'text/plain' });
  expect(links[0]).toEqual({ label: 'Dokümantasyon', url: 'https://aurore.example.org/küche' });
  expect(releases[0]?.yankedReason).toBe('Fehlerhafte Übersetzung');
});

test('a description without a type is reStructuredText', async () => {
  const { description } = await readFile('full', { description_content_type: null });
  expect(description?.type).toBe('text/x-rst');
});

test.each([
  ['no-license', {}, null],
  ['yanked-only', {}, 'BSD-3-Clause'],
  ['partly-yanked', {}, 'Apache Software License'],
  ['no-files', {}, 'GPL-3.0-or-later'],
  ['old', {}, 'License :: OSI Approved :: BSD License'],
  ['old', { license: 'BSD' }, 'License :: OSI Approved :: BSD License'],
  ['other-spelling', {}, 'MIT'],
  ['license-text', {}, 'MIT'],
  ['license-text', { classifiers: [] }, null],
  ['license-text', { classifiers: [], license: 'a'.repeat(101) }, null],
  ['odd-versions', {}, 'Proprietary'],
  ['several-licenses', {}, 'see LICENSE file'],
  ['several-licenses', { license: null }, 'MIT, Apache Software License'],
  ['partly-yanked', { license: 'apache 2' }, 'Apache-2.0'],
  ['bad-dates', {}, 'GPL-3.0-only'],
  ['non-ascii', {}, 'МИТ'],
  ['full', { license: 'GPLv3', license_expression: '' }, 'GPL-3.0-only'],
  ['full', { license: 'GPLv3', license_expression: 'LicenseRef-Fern' }, 'LicenseRef-Fern'],
  ['full', { license_expression: null, classifiers: ['License :: OSI Approved'] }, null],
  [
    'full',
    { license_expression: null, classifiers: ['License :: Public Domain'] },
    'Public Domain',
  ],
])('the license of %s, with %j, is %s', async (file, info, license) => {
  expect((await readFile(file, info)).license).toBe(license);
});

test('releases are yanked if all their files are', async () => {
  const reason = 'Deletes the wrong rows';
  expect((await readFile('yanked-only')).releases).toMatchObject([
    { number: '0.1', isYanked: true, yankedReason: null },
    { number: '0.2', isYanked: true, yankedReason: reason },
  ]);
  expect((await readFile('partly-yanked')).releases).toMatchObject([
    {
      number: '1.0',
      isYanked: false,
      yankedReason: null,
      uploadedAt: micros('2024-04-04T10:20:30Z') + 123_456,
    },
  ]);
});

const numbersOf = async (file: string) =>
  (await readFile(file)).releases.map(({ number }) => number);

test('releases without files are left out', async () => {
  expect(await numbersOf('no-files')).toEqual(['0.2']);
});

test('releases are in the order of PEP 440, with other versions first', async () => {
  expect(await numbersOf('old')).toEqual(['0.9-brown-paper', '2004d', '0.9', '0.10']);
  expect(await numbersOf('odd-versions')).toEqual([
    ...['2025.1', '1!0.1.dev3', '1!0.1', '1!0.1.post1', '1!0.9', '1!0.10'],
  ]);
});

test('versions that PEP 440 takes for the same are one release, spelled as its first file', async () => {
  expect((await readFile('same-version')).releases).toMatchObject([
    {
      number: '1.0',
      uploadedAt: micros('2020-01-01T10:20:30Z') + 123_456,
      isYanked: false,
      yankedReason: null,
    },
    { number: '1.1.0-rc.1', uploadedAt: micros('2020-03-03T10:20:30Z') + 123_456 },
    { number: '1.1' },
  ]);
});

test('a release without a valid date has none', async () => {
  const dates = (await readFile('bad-dates')).releases.map(({ uploadedAt }) => uploadedAt);
  expect(dates).toEqual([null, micros('2024-02-29T00:00:00Z')]);
});

test('a project has its name in any spelling', async () => {
  served = payloadOf('other-spelling');
  for (const name of ['velvet-abacus-kit', 'Velvet.Abacus__Kit', 'VELVET_ABACUS-KIT']) {
    expect((await read(name)).name).toBe('Velvet.Abacus__Kit');
    expect(host.asked.at(-1)?.path).toBe('/pypi/velvet-abacus-kit/json');
  }
});

test('an answer about another project is invalid, also the next time', async () => {
  served = payloadOf('full');
  const asking = startAsking();
  for (let time = 0; time < 2; time++) {
    const error = await errorOf(readProject(asking, host.url, 'velvet-abacus-kit'));
    expect(error).toMatchObject({ kind: 'invalid' });
    expect(error.message).toContain('info.name is of another project');
  }
});

test.each([
  ['without releases', { releases: undefined }],
  ['with releases that are no lists', { releases: { '1.0': {} } }],
  ['with a number as its name', { info: { name: 7 } }],
  ['without metadata', { info: null }],
])('a payload %s is invalid', async (_title, changes) => {
  served = { ...payloadOf('full'), ...changes };
  const reading = readProject(startAsking(), host.url, 'django-quillfern');
  expect(await errorOf(reading)).toMatchObject({ kind: 'invalid' });
});

test('a huge history is read in full, in order', async () => {
  const [file] = payloadOf('no-license').releases['0.1'] ?? [];
  const numbers = Array.from({ length: 4000 }, (_, n) => `${n % 20}.${n % 200}.${n}`);
  const releases = Object.fromEntries(numbers.map((number) => [number, [file, file, file]]));
  served = { ...payloadOf('no-license'), releases };
  const found = (await read('plain-tumbler')).releases.map(({ number }) => number);
  const parts = (number: string) => number.split('.').map(Number);
  const inOrder = numbers.toSorted((a, b) => {
    const [left, right] = [parts(a), parts(b)];
    const place = left.findIndex((part, index) => part !== right[index]);
    return (left[place] ?? 0) - (right[place] ?? 0);
  });
  expect(found).toEqual(inOrder);
});
