import { describe, expect, test } from 'vitest';
import { catalogue } from '@/tests/browser/catalogue';
import { judgedQueries, type JudgedQuery } from '@/tests/search/judged-queries';

const items = new Set([
  ...catalogue.packages.map(({ slug }) => `package:${slug}`),
  ...catalogue.grids.map(({ slug }) => `grid:${slug}`),
]);

const atLeast: Record<JudgedQuery['kind'], number> = {
  name: 50,
  misspelt: 30,
  concept: 50,
  operator: 15,
  url: 15,
  grid: 15,
};

function repeated(list: string[]): string[] {
  return list.filter((it, index) => list.indexOf(it) !== index);
}

const faulty = (isFaulty: (it: JudgedQuery) => boolean) =>
  judgedQueries.filter(isFaulty).map(({ query }) => query);

describe('the judged queries', () => {
  test.each(Object.entries(atLeast))('have enough of kind %s', (kind, least) => {
    expect(judgedQueries.filter((it) => it.kind === kind).length).toBeGreaterThanOrEqual(least);
  });

  test('want and exclude only records of the catalogue', () => {
    const named = judgedQueries.flatMap(({ wanted, unwanted }) => [...wanted, ...unwanted]);
    expect(named.filter((it) => !items.has(it))).toEqual([]);
  });

  test('are unique and trimmed', () => {
    expect(repeated(judgedQueries.map(({ query }) => query))).toEqual([]);
    expect(faulty(({ query }) => query === '' || query !== query.trim())).toEqual([]);
  });

  test('want something, nothing twice and nothing that is excluded', () => {
    expect(faulty(({ wanted }) => wanted.length === 0)).toEqual([]);
    expect(faulty(({ wanted, unwanted }) => repeated([...wanted, ...unwanted]).length > 0)).toEqual(
      [],
    );
  });

  test('want one package for a name or URL, or the two records of that name', () => {
    expect(
      faulty(({ kind, wanted }) => (kind === 'name' || kind === 'misspelt') && wanted.length > 2),
    ).toEqual([]);
    expect(faulty(({ kind, wanted }) => kind === 'url' && wanted.length > 1)).toEqual([]);
  });

  test('want at most five items for a concept, and only grids for a grid', () => {
    expect(faulty(({ kind, wanted }) => kind === 'concept' && wanted.length > 5)).toEqual([]);
    expect(
      faulty(
        ({ kind, wanted }) => kind === 'grid' && !wanted.every((it) => it.startsWith('grid:')),
      ),
    ).toEqual([]);
  });

  test('exclude records only by operators', () => {
    expect(faulty(({ kind, unwanted }) => kind !== 'operator' && unwanted.length > 0)).toEqual([]);
  });
});
