import { expect, test } from 'vitest';
import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGrid, listGrids } from '@/db/queries/grids';
import { toCsv, toDocument, toMarkdown } from '@/lib/comparison/export';
import { featureGroup } from '@/lib/comparison/features';
import { metricGroups } from '@/lib/comparison/metrics';
import { comparisonQuery } from '@/lib/comparison/query';
import { viewComparison } from '@/lib/comparison/view';
import { parseTime } from '@/lib/time';
import { useShippedCatalogue } from '@/tests/tools/database';
import { readCsv } from '@/tests/tools/read-csv';
import { comparedPackage } from './compared-package';

useShippedCatalogue();

const clock = { now: parseTime('2026-11-21T12:00:00Z', 'UTC') ?? 0, zone: 'America/New_York' };

function compare(text: string, title = 'Acme') {
  const features = [{ id: 1, title: 'Flies', description: '' }];
  const cells = [{ featureId: 1, packageId: 1, text, evidence: undefined }];
  const source = {
    packages: [comparedPackage(1, { title })],
    groups: [featureGroup('Features', features, cells)],
  };
  return viewComparison(source, comparisonQuery.parse({}), clock);
}

test('CSV and JSON of every grid hold the packages, facts and cells of its comparison', () => {
  for (const { slug, title } of listGrids('', 'title', { limit: 100, offset: 0 })) {
    const id = findGrid(slug)?.id ?? 0;
    const features = featureGroup('Features', listFeatures(id), listCells(id));
    const source = { packages: listComparedPackages(id), groups: [...metricGroups, features] };
    for (const query of [{}, { maintained: '1', sort: '-repo_watchers', diff: '1' }]) {
      const view = viewComparison(source, comparisonQuery.parse(query), clock);
      const [head, ...rows] = readCsv(toCsv(view, clock));
      const written = toDocument(title, view, clock);
      const facts = written.groups.flatMap((group) => group.facts);

      expect(head).toEqual(['Package', ...view.packages.map((it) => it.title)]);
      expect(written.packages.map((it) => it.slug)).toEqual(view.packages.map((it) => it.slug));
      const bare = rows.map(([label = '']) => label.replace(/ \(Features\)$/, ''));
      expect(bare).toEqual(facts.map(({ label }) => label));
      const unguarded = rows.map((row) => row.slice(1).map((text) => text.replace(/^'/, '')));
      expect(unguarded).toEqual(facts.map(({ values }) => values.map(({ text }) => text ?? '')));
      for (const cell of listCells(id)) {
        const written = facts
          .find(({ key }) => key === `f${cell.featureId}`)
          ?.values.find(
            (it) => it.package === view.packages.find((p) => p.id === cell.packageId)?.slug,
          );
        if (written) expect(written.text).toBe(cell.text.trim());
      }
    }
  }
});

test.each(['=1+1', '+cmd', '-2+3', '@sum(a1)', '\tx', '=HYPERLINK("http://x","y")'])(
  'a spreadsheet does not run %j',
  (text) => {
    const [, row] = readCsv(toCsv(compare(text), clock));
    expect(row?.[1]).toBe(`'${text.trim()}`.replace("'x", 'x'));
  },
);

test('plain numbers are no formulas', () => {
  expect(readCsv(toCsv(compare('-1'), clock))[1]).toEqual(['Flies', '-1']);
});

test('what would end a cell or begin markup is escaped in Markdown', () => {
  expect(toMarkdown(compare('a|b\n*c* <b>', 'x|y'), clock)).toBe(
    '| Package | x\\|y |\n| --- | --- |\n| Flies | a\\|b \\*c\\* \\<b\\> |\n',
  );
});
