import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ComparisonTable } from '@/components/tables/comparison-table';
import { featureGroup } from '@/lib/comparison/features';
import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { metricGroups } from '@/lib/comparison/metrics';
import { DAY_ZONE, parseTime } from '@/lib/time';
import { comparedPackage } from '@/tests/lib/comparison/compared-package';

const at = (text: string) => parseTime(text, 'UTC') ?? 0;
const clock = { now: at('2026-11-21T12:00:00Z'), zone: 'UTC' };

const packages = [
  comparedPackage(1, {
    title: 'Acme <b>',
    stars: 1200,
    starsAt: at('2022-06-04'),
    downloadRank: 900,
    lastCommitAt: at('2026-11-20T00:00:00Z'),
    lastReleaseAt: parseTime('2026-05-01', DAY_ZONE) ?? 0,
    lastReleasePrecision: 'month',
    lastReleaseNumber: '2.0',
    djangoVersions: [],
    pythonVersions: ['3.9', '3.10'],
    licence: 'MIT',
  }),
  comparedPackage(2, {
    isDeprecated: true,
    stars: 800,
    starsAt: at('2022-05-04'),
    downloadRank: 12,
    commitsOver52: Array.from({ length: 52 }, () => 1),
  }),
  comparedPackage(3, { isArchived: true }),
];

const silent = comparedPackage(4, {
  lastCommitAt: at('2016-08-01T00:00:00Z'),
  commitsAsOf: parseTime('2021-07-16', DAY_ZONE) ?? 0,
});

const texts = ['yes', '---', 'no (planned)', '', 'Redis <b>', 'see https://example.org/a.'];
const features = [
  { id: 10, title: 'Flies', description: 'Leaves the "ground".' },
  { id: 11, title: 'Lands', description: '' },
];
const cells = texts.map((text, index) => ({
  featureId: index < 3 ? 10 : 11,
  packageId: (index % 3) + 1,
  text,
  evidence: undefined,
}));

const groupsWith = (rows: typeof features) =>
  rows.length === 0
    ? metricGroups
    : [...metricGroups, featureGroup('What can it do?', rows, cells)];

const render = (shown: ComparedPackage[] = packages, rows = features) =>
  renderToStaticMarkup(
    <ComparisonTable
      caption="Rockets compared"
      packages={shown}
      groups={groupsWith(rows)}
      clock={clock}
    />,
  );

/** The cells of the row with this header, as markup. */
function cellsOf(head: string, markup = render()): string[] {
  const row = markup.split('<tr>').find((it) => it.includes(`>${head}</th>`)) ?? '';
  return row.match(/<td[^>]*>.*?(?=<td|<\/tr>|$)/g) ?? [];
}

/** What a screen reader says for a cell. */
const wordsOf = (markup: string) => markup.replace(/<svg.*?<\/svg>/g, '').replace(/<[^>]*>/g, '');
const rowOf = (head: string, markup = render()) => cellsOf(head, markup).map(wordsOf);

test('the table and its scrollable region have names', () => {
  expect(render()).toMatch(/<table[^>]*><caption[^>]*>Rockets compared<\/caption>/);
  expect(render()).toMatch(/^<div role="region" aria-label="Rockets compared" tabindex="0"/);
});

test('each package has a column header that links to its page', () => {
  expect(render().match(/<th scope="col">/g)).toHaveLength(1 + packages.length);
  expect(render()).toContain(
    '<th scope="col"><a href="/packages/p/package-1/">Acme &lt;b&gt;</a></th>',
  );
});

test('a deprecated or archived package says so in its header', () => {
  const heads = [...render().matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, it]) =>
    wordsOf(it ?? ''),
  );
  expect(heads.slice(2)).toEqual(['Package 2Deprecated', 'Package 3Archived']);
});

test('an unmaintained package says so in its header, with the date of the data', () => {
  const head = '<small data-state="caution">Unmaintained in 2021</small></th>';
  expect(render([silent])).toContain(head);
});

test('health has a word beside its number', () => {
  const shown = [90, 27, null].map((health, id) => comparedPackage(id, { health }));
  expect(rowOf('Health', render(shown))).toEqual(['best: 90, good', '27, poor', 'unknown']);
});

test('a download rank is not abbreviated', () => {
  expect(rowOf('Download rank', render([comparedPackage(1, { downloadRank: 14_441 })]))).toEqual([
    '#14,441',
  ]);
});

test('every header of a row or row group has the right scope', () => {
  const titles = metricGroups.flatMap(({ metrics }) => metrics.map(({ label }) => label));
  const rows = [...render().matchAll(/<th scope="row"[^>]*>([^<]*)<\/th>/g)].map(([, it]) => it);
  expect(rows).toEqual([...titles, 'Flies', 'Lands']);

  const groups = [
    ...render().matchAll(/<th scope="rowgroup" colSpan="4"><span dir="auto">([^<]*)</g),
  ];
  expect(groups.map(([, it]) => it)).toEqual([
    ...metricGroups.map(({ title }) => title),
    'What can it do?',
  ]);
  expect(render()).not.toMatch(/<th(?!ead| scope=)/);
});

test('every row has a cell for each package', () => {
  for (const [, head] of render().matchAll(/<th scope="row"[^>]*>([^<]*)<\/th>/g)) {
    expect(cellsOf(head ?? ''), head).toHaveLength(packages.length);
  }
});

test('a row shows its description on demand', () => {
  expect(render()).toContain('<th scope="row" title="Leaves the &quot;ground&quot;.">Flies</th>');
  for (const { label, description } of metricGroups.flatMap(({ metrics }) => metrics)) {
    expect(render()).toContain(`<th scope="row" title="${description}">${label}</th>`);
  }
});

test('only the best value of a row has a text that says so', () => {
  expect(rowOf('Stars')).toEqual(['best: 1,200 in 2022', '800 in 2022', 'unknown']);
  expect(rowOf('Download rank')).toEqual(['#900', 'best: #12', 'unknown']);
  expect(cellsOf('Stars').map((it) => it.includes('data-best'))).toEqual([true, false, false]);
});

test('a single known value is not marked as best', () => {
  expect(rowOf('Last commit')).toEqual(['yesterday', 'unknown', 'unknown']);
  expect(rowOf('Commits in 52 weeks')).toEqual(['unknown', '52 commits, peak 1 a week', 'unknown']);
});

test('equal best values are all marked', () => {
  const shared = [1, 2, 3].map((id) => comparedPackage(id, { stars: id === 3 ? 1 : 50 }));
  expect(cellsOf('Stars', render(shared)).map(wordsOf)).toEqual(['best: 50', 'best: 50', '1']);
});

test('unknown differs from none', () => {
  expect(rowOf('Django')).toEqual(['none declared', 'unknown', 'unknown']);
  expect(rowOf('Python')).toEqual(['3.9–3.10', 'unknown', 'unknown']);
  expect(rowOf('Licence')).toEqual(['MIT', 'unknown', 'unknown']);
});

test('zero is a value', () => {
  const none = [comparedPackage(1, { stars: 0 }), comparedPackage(2, { stars: 3 })];
  expect(cellsOf('Stars', render(none)).map(wordsOf)).toEqual(['0', 'best: 3']);
});

test('a release has its version, and no day if only the month is known', () => {
  expect(rowOf('Newest release')[0]).toBe('6 months ago 2.0');
  expect(cellsOf('Newest release')[0]).toContain('<time datetime="2026-05">');
});

test('a mark in a cell has a text with its strength and the words after it', () => {
  expect(rowOf('Flies')).toEqual(['yes', 'no, 3 times', 'no, (planned)']);
  expect(cellsOf('Flies').map((it) => /data-mark="\w+"/.exec(it)?.[0])).toEqual([
    'data-mark="yes"',
    'data-mark="no"',
    'data-mark="no"',
  ]);
});

test('an empty cell is unknown, text stays text and URLs become links', () => {
  expect(rowOf('Lands')).toEqual(['unknown', 'Redis &lt;b&gt;', 'see https://example.org/a.']);
  expect(cellsOf('Lands')[2]).toContain('<a href="https://example.org/a"');
});

test('a blank cell is unknown', () => {
  const blank = renderToStaticMarkup(
    <ComparisonTable
      caption="Blank"
      packages={packages}
      groups={[
        featureGroup(
          'Features',
          features,
          cells.map((cell) => ({ ...cell, text: ' \n ' })),
        ),
      ]}
      clock={clock}
    />,
  );
  expect(cellsOf('Flies', blank).map(wordsOf)).toEqual(['unknown', 'unknown', 'unknown']);
});

test('there is no features group without features', () => {
  expect(render(packages, [])).not.toContain('What can it do?');
});
