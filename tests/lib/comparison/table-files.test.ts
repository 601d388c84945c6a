import { expect, test } from 'vitest';
import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGrid, listGrids } from '@/db/queries/grids';
import { featureGroup } from '@/lib/comparison/features';
import { metricGroups } from '@/lib/comparison/metrics';
import { comparisonQuery } from '@/lib/comparison/query';
import { compareAcrossGrids } from '@/lib/comparison/source';
import { toDocument } from '@/lib/comparison/table-document';
import { toCsv, toMarkdown } from '@/lib/comparison/table-files';
import { viewComparison } from '@/lib/comparison/view';
import { metricCell } from '@/components/tables/metric-cell';
import { formatDay, parseTime } from '@/lib/time';
import { useShippedCatalogue } from '@/tests/tools/database';
import { readCsv } from '@/tests/tools/read-csv';
import { comparedPackage } from './compared-package';

useShippedCatalogue();

const clock = { now: parseTime('2026-11-21T12:00:00Z', 'UTC') ?? 0, zone: 'America/New_York' };

const evidence = { text: 'setup.py', href: 'https://a.test/setup.py' };

function compare(text: string, title = 'Acme', query = {}) {
  const features = [{ id: 1, title: 'Flies', description: '' }];
  const cells = [{ featureId: 1, packageId: 1, text, evidence }];
  const source = {
    packages: [comparedPackage(1, { title })],
    groups: [featureGroup('Features', features, cells)],
  };
  return viewComparison(source, comparisonQuery.parse(query), clock);
}

/** CSV with a byte order mark. */
function readSheet(text: string): string[][] {
  expect(text.startsWith('\ufeff')).toBe(true);
  return readCsv(text.slice(1));
}

test('CSV and JSON of every grid have the packages, metrics and cells of its comparison', () => {
  for (const { slug, title } of listGrids('title', { limit: 100, offset: 0 })) {
    const id = findGrid(slug)?.id ?? 0;
    const features = featureGroup('Features', listFeatures(id), listCells(id));
    const source = { packages: listComparedPackages(id), groups: [...metricGroups, features] };
    for (const query of [{}, { maintained: '1', sort: '-repo_watchers', diff: '1' }]) {
      const view = viewComparison(source, comparisonQuery.parse(query), clock);
      const [head, ...all] = readSheet(toCsv(view, clock));
      const rows = all.filter(([label = '']) => !label.endsWith(': as of'));
      const written = toDocument(title, view, clock);
      const metrics = written.groups.flatMap((group) => group.facts);

      expect(head).toEqual(['Package', ...view.packages.map((it) => it.title)]);
      expect(written.packages.map((it) => it.slug)).toEqual(view.packages.map((it) => it.slug));
      const bare = rows.map(([label = '']) => label.replace(/ \(Features\)$/, ''));
      expect(bare).toEqual(metrics.map(({ label }) => label));
      const unguarded = rows.map((row) => row.slice(1).map((text) => text.replace(/^'/, '')));
      expect(unguarded).toEqual(metrics.map(({ values }) => values.map(({ text }) => text ?? '')));
      for (const cell of listCells(id)) {
        const written = metrics
          .find(({ key }) => key === `f${cell.featureId}`)
          ?.values.find(
            (value) => value.package === view.packages.find((p) => p.id === cell.packageId)?.slug,
          );
        if (written) expect(written.text).toBe(cell.text.trim());
      }
    }
  }
});

test('CSV has the date of each figure, and the source of each cell if the page shows it', () => {
  const day = parseTime('2022-05-26', 'America/New_York') ?? 0;
  const packages = [
    comparedPackage(1, { stars: 5, starsAt: day, healthAt: day, health: null }),
    comparedPackage(2, { stars: null, starsAt: day }),
  ];
  const cells = [{ featureId: 1, packageId: 1, text: '+', evidence }];
  const features = featureGroup('Features', [{ id: 1, title: 'Flies', description: '' }], cells);
  const source = { packages, groups: [...metricGroups, features] };
  const rowsOf = (query: Record<string, string>) =>
    readSheet(toCsv(viewComparison(source, comparisonQuery.parse(query), clock), clock)).slice(1);

  const show = 'health,repo_watchers,f1';
  expect(rowsOf({ show })).toEqual([
    ['Health', '', ''],
    ['Stars', '5', ''],
    ['Stars: as of', '2022-05-26', ''],
    ['Flies', '+', ''],
  ]);
  expect(rowsOf({ show: 'f1', evidence: '1' })).toEqual([
    ['Flies', '+', ''],
    ['Flies: source', 'setup.py (https://a.test/setup.py)', ''],
  ]);
});

test('Markdown has the month of old figures and the source of cells, like the page', () => {
  const day = (text: string) => parseTime(text, 'America/New_York') ?? 0;
  const packages = [
    comparedPackage(1, { stars: 5, starsAt: day('2022-05-26') }),
    comparedPackage(2, { stars: 7, starsAt: day('2026-08-08') }),
  ];
  const cells = [{ featureId: 1, packageId: 1, text: 'yes', evidence }];
  const features = featureGroup('Features', [{ id: 1, title: 'Flies', description: '' }], cells);
  const source = { packages, groups: [...metricGroups, features] };
  const query = comparisonQuery.parse({ show: 'repo_watchers,f1', evidence: '1' });
  expect(toMarkdown(viewComparison(source, query, clock), clock)).toBe(
    `| Package | Package 1 | Package 2 |
| --- | --- | --- |
| Stars | 5 (as of May 2022) | 7 |
| Flies | yes ([setup.py](<https://a.test/setup.py>)) | – |
`,
  );
});

test.each(['UTC', 'America/New_York', 'America/Los_Angeles', 'Pacific/Auckland'])(
  'CSV, JSON and page have the same dates in the zone %s',
  (zone) => {
    const there = { now: clock.now, zone };
    const moment = parseTime('2026-08-08T02:30:00Z', 'UTC') ?? 0;
    const localDay = formatDay(moment, zone);
    const midnight = parseTime('2026-08-08', 'America/New_York') ?? 0;
    const shown = comparedPackage(1, {
      health: 90,
      healthAt: moment,
      lastCommitAt: moment,
      lastReleaseAt: midnight,
      lastReleasePrecision: 'day',
      commitsAsOf: midnight,
    });
    const source = { packages: [shown], groups: metricGroups };
    const query = comparisonQuery.parse({ show: 'health,last_commit,last_release' });
    const view = viewComparison(source, query, there);

    const days = new Map(readSheet(toCsv(view, there)).map(([label, day]) => [label, day]));
    expect(days.get('Health: as of')).toBe(localDay);
    expect(days.get('Last commit')).toBe(localDay);
    expect(days.get('Last commit: as of')).toBe('2026-08-08');
    expect(days.get('Newest release')).toBe('2026-08-08');

    const metrics = toDocument('A', view, there).groups.flatMap((group) => group.facts);
    const [health, commit, release] = metrics.map(({ values }) => values[0]);
    expect([health?.as_of, commit?.as_of]).toEqual([localDay, '2026-08-08']);
    expect([commit, release].map((it) => String(it?.value).slice(0, 10))).toEqual([
      localDay,
      '2026-08-08',
    ]);
    for (const metric of view.groups.flatMap((group) => group.metrics).slice(1)) {
      const cell = metricCell(metric.read(shown), {
        isBest: () => false,
        month: undefined,
        most: 0,
        hasBar: false,
        hasEvidence: false,
        clock: there,
      });
      expect(cell.__html).toContain(`datetime="${days.get(metric.label) ?? ''}"`);
    }
  },
);

const grids = [
  { id: 1, slug: 'queues', title: 'Queues' },
  { id: 2, slug: 'cron', title: 'Cron jobs' },
];

test('files have a feature of several grids once, with its grids and a unique key', () => {
  const feature = (id: number, gridId: number, title: string) => ({
    ...{ id, gridId, title },
    description: '',
  });
  const features = [
    feature(7, 1, 'Async code'),
    feature(9, 2, 'async-code'),
    feature(8, 1, 'Retries'),
  ];
  const cell = (featureId: number, packageId: number, text: string) => ({
    ...{ featureId, packageId, text },
    evidence: undefined,
  });
  const cells = [cell(7, 1, '+'), cell(9, 1, 'no'), cell(7, 2, 'yes'), cell(9, 2, '+')];
  const packages = [comparedPackage(1), comparedPackage(2)];
  const source = compareAcrossGrids(packages, grids, features, cells);
  const view = viewComparison(source, comparisonQuery.parse({ show: 'f9,f8' }), clock);

  expect(readSheet(toCsv(view, clock)).slice(1)).toEqual([
    ['Async code (Queues, Cron jobs)', 'Queues: +; Cron jobs: no', 'yes'],
    ['Retries', '', ''],
  ]);
  const metrics = toDocument('A', view, clock).groups.flatMap((group) => group.facts);
  expect(metrics.map(({ key }) => key)).toEqual(['f7', 'f8']);
  expect(metrics[0]).toMatchObject({
    grids: [
      { title: 'Queues', href: '/grids/g/queues/' },
      { title: 'Cron jobs', href: '/grids/g/cron/' },
    ],
    values: [
      {
        text: 'Queues: +; Cron jobs: no',
        answers: [
          { text: '+', grid: { title: 'Queues' } },
          { text: 'no', grid: { title: 'Cron jobs' } },
        ],
      },
      { text: 'yes' },
    ],
  });
});

test('a package title that would run as a formula is escaped in the header too', () => {
  const [head] = readSheet(toCsv(compare('+', '=1+1'), clock));
  expect(head).toEqual(['Package', "'=1+1"]);
});

test('no file has characters that hide or reorder others', () => {
  const view = compare('a\u0000\u001b\u202eb', 'Ac\u2066me');
  expect(readSheet(toCsv(view, clock))).toEqual([
    ['Package', 'Acme'],
    ['Flies', 'ab'],
  ]);
  expect(toMarkdown(view, clock)).toBe('| Package | Acme |\n| --- | --- |\n| Flies | ab |\n');
});

test('Markdown escapes what would end a cell or start markup', () => {
  expect(toMarkdown(compare('a|b\n*c* <b> @octocat #1', 'x|y & z'), clock)).toBe(
    '| Package | x\\|y &amp; z |\n| --- | --- |\n| Flies | a\\|b \\*c\\* \\<b\\> @&#8203;octocat \\#&#8203;1 |\n',
  );
});
