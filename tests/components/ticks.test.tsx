import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Alternatives } from '@/components/package/alternatives';
import { LatestTable } from '@/components/tables/latest-table';
import { ListedTable } from '@/components/tables/listed-table';

const clock = { now: 1_795_262_400_000_000, zone: 'UTC' };

const packages = ['acme', 'rocket'].map((slug, index) => ({
  id: index + 1,
  slug,
  title: `The "${slug}" <b>`,
  description: 'Does things.',
  stars: null,
  starsAt: null,
  lastCommitAt: null,
  commitsAsOf: null,
  health: null,
  lastReleaseNumber: null,
  lastReleaseAt: null,
  lastReleasePrecision: 'time' as const,
  createdAt: clock.now,
  isDeprecated: false,
  isArchived: false,
  latestVersion: null,
  category: { slug: 'apps', title: 'App' },
  sharedGrids: 1,
}));

const tables: [string, ReactElement][] = [
  [
    'all packages',
    <ListedTable
      key="packages"
      packages={packages}
      clock={clock}
      order={{ sort: 'title', hrefOf: (sort) => `/?sort=${sort}` }}
    />,
  ],
  ['the latest packages', <LatestTable key="latest" packages={packages} clock={clock} />],
  [
    'alternatives',
    <Alternatives key="alternatives" of={{ slug: 'own', title: 'Own' }} alternatives={packages} />,
  ],
];

test.each(tables)('the table of %s has a checkbox for each package', (_, table) => {
  const ticks = renderToStaticMarkup(table).match(/<input type="checkbox"[^>]*>/g) ?? [];
  expect(ticks).toHaveLength(packages.length);
  ['acme', 'rocket'].forEach((slug, index) => {
    expect(ticks[index]).toContain(`name="package"`);
    expect(ticks[index]).toContain(`value="${slug}"`);
    expect(ticks[index]).toContain(`aria-label="Select The &quot;${slug}&quot; &lt;b&gt;"`);
    expect(ticks[index]).not.toContain('checked=""');
  });
});

test.each(tables)('the checkboxes of %s are in a form that leads to the comparison', (_, table) => {
  const markup = renderToStaticMarkup(table);
  expect(markup).toMatch(/^<form [^>]*action="\/compare\/"><table/);
  expect(markup.match(/<form/g)).toHaveLength(1);
  expect(markup).toMatch(
    /<\/table>.*<button type="submit"[^>]*>Compare selected packages.*<\/form>$/,
  );
});

test.each(tables)('in the table of %s, a checkbox is not part of its row header', (_, table) => {
  const heads = renderToStaticMarkup(table).match(/<th scope="row".*?<\/th>/g) ?? [];
  expect(heads).toHaveLength(packages.length);
  for (const head of heads) expect(head).not.toContain('<input');
});

test.each(tables)('every row of the table of %s has a cell for each column', (_, table) => {
  const rows = renderToStaticMarkup(table).match(/<tr.*?<\/tr>/g) ?? [];
  const sizes = rows.map((row) => row.match(/<t[hd][ >]/g)?.length);
  expect(rows).toHaveLength(1 + packages.length);
  expect(new Set(sizes).size).toBe(1);
});

test('alternatives are compared with their package', () => {
  const markup = renderToStaticMarkup(
    <Alternatives of={{ slug: 'own', title: 'Own' }} alternatives={packages} />,
  );
  expect(markup).toContain('<input type="hidden" name="package" value="own"/>');
  expect(markup).toContain('Compare selected packages with <bdi>Own</bdi>');
});
