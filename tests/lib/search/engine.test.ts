import { expect, test } from 'vitest';
import { mapFacets, type FacetKey } from '@/lib/facets/facets';
import type { FacetTable } from '@/lib/facets/table';
import type { Raw } from '@/lib/facets/values';
import { numberOfDocument, type Kind } from '@/lib/search/document-number';
import { listPackageNumbers, searchEngine } from '@/lib/search/engine';
import type { Alternatives, TextMatch } from '@/lib/search/match';
import { readQuery } from '@/lib/search/query';
import type { IndexedRecord } from '@/lib/search/search-index';
import { keysOf, tokensOf } from '@/lib/search/tokens';

interface Row {
  kind: Kind;
  slug: string;
  title: string;
  description: string;
  prior: number;
  facets: Partial<Record<FacetKey, Raw>>;
}

/** The catalogue of these tests. The grid compares the packages that have it as a facet. */
const rows: Row[] = [
  {
    kind: 'package',
    slug: 'celery',
    title: 'Celery',
    description: 'Distributed task queue',
    prior: 0.9,
    facets: { category: 'apps', grid: 'task-queues', licence: 'BSD-3-Clause' },
  },
  {
    kind: 'package',
    slug: 'huey',
    title: 'Huey',
    description: 'A little task queue',
    prior: 0.5,
    facets: { category: 'apps', grid: 'task-queues', licence: 'MIT' },
  },
  {
    kind: 'package',
    slug: 'django-crispy-forms',
    title: 'Crispy Forms',
    description: 'Forms without a template',
    prior: 0.7,
    facets: { category: 'apps', grid: '', licence: 'MIT' },
  },
  {
    kind: 'grid',
    slug: 'task-queues',
    title: 'Task queues',
    description: 'Work in the background',
    prior: 0.8,
    facets: {},
  },
];

const records = rows.map((row, index): IndexedRecord & Row => {
  const id = index + 1;
  const number = numberOfDocument({ kind: row.kind, id, prior: row.prior });
  return { ...row, id, number, names: [row.title, row.slug], health: null };
});

const bestKnown = records.toSorted((a, b) => a.number - b.number);

/** Numbers of the records that pass, best known first. */
const numbersOf = (isWanted: (record: IndexedRecord & Row) => boolean) =>
  bestKnown.filter(isWanted).map(({ number }) => number);

const padded = (tokens: string[]) => ` ${tokens.join(' ')} `;

function isMatch(record: Row, { groups, phrases, excluded, columns }: TextMatch): boolean {
  const name = tokensOf(`${record.title} ${record.slug}`);
  const all = columns ? name : [...name, ...tokensOf(record.description)];
  const has = (tokens: string[]) => padded(all).includes(padded(tokens));
  const hasAny = (group: Alternatives) => group.some(has);
  return groups.every(hasAny) && phrases.every(has) && !excluded.some(has);
}

const terms = new Set(records.flatMap((it) => tokensOf(`${it.title} ${it.description}`)));

function tableOf(numbers: readonly number[]): FacetTable {
  const found = bestKnown.filter(
    ({ kind, number }) => kind === 'package' && numbers.includes(number),
  );
  return {
    numbers: found.map(({ number }) => number),
    columns: mapFacets(({ key }) => found.map(({ facets }) => facets[key] ?? null)),
  };
}

const engine = searchEngine({
  vocabulary: {
    isKnown: (words) =>
      records.some((it) => isMatch(it, { groups: [[words]], phrases: [], excluded: [] })),
    listNearTerms: (word) => (word === 'celrey' ? ['celery'] : []),
    listTermsFrom: (beginning) => [...terms].filter((term) => term.startsWith(beginning)),
    listSynonyms: (words) => (words.join(' ') === 'job' ? [['task']] : []),
  },
  listMatches: (match, kind) => numbersOf((it) => it.kind === kind && isMatch(it, match)),
  countMatches: (match, kind) => numbersOf((it) => it.kind === kind && isMatch(it, match)).length,
  listNamed: (beginning) =>
    numbersOf((it) => keysOf(it.title).some((key) => key.startsWith(beginning))),
  listExactlyNamed: (key) => numbersOf((it) => key === `@pypi/${it.slug}`),
  listTitled: (kind, text) =>
    numbersOf((it) => it.kind === kind && it.title.toLowerCase().includes(text)),
  listAddressed: ({ kind, slug }) => numbersOf((it) => it.kind === kind && it.slug === slug),
  listCandidates: (numbers) =>
    numbers.flatMap((number) => records.find((it) => it.number === number) ?? []),
  listPackageIdsIn: (ids) => {
    const slugs = records.filter(({ id }) => ids.includes(id)).map(({ slug }) => slug);
    return records.filter((it) => slugs.includes(String(it.facets.grid))).map(({ id }) => id);
  },
  listSortedIds: (ids, sort, { offset, limit }) => {
    const sorted = records
      .filter(({ id }) => ids.includes(id))
      .sort((a, b) => (a.title < b.title ? -1 : 1))
      .map(({ id }) => id);
    return (sort === 'title' ? sorted : sorted.reverse()).slice(offset, offset + limit);
  },
  findFacets: () => tableOf(numbersOf(() => true)),
  findFacetsById: () => tableOf(numbersOf(() => true)),
  findFacetsOf: (numbers) => tableOf(numbers),
  findMatchingFacets: (match) => tableOf(numbersOf((it) => isMatch(it, match))),
  listFacetTitles: () => new Map([['grid task-queues', 'Task queues']]),
});

const slugsOf = (hits: { slug: string }[]) => hits.map(({ slug }) => slug);
const find = (text: string) => engine.findHits(readQuery(text));
const count = (text: string, choice = {}) =>
  engine.findAndCount(readQuery(text), { choice, isActiveOnly: false, now: 0 });

test('a grid on the topic comes before its packages, best known first', () => {
  expect(slugsOf(find('task queue').hits)).toEqual(['task-queues', 'celery', 'huey']);
  expect(find('task queue').counts).toEqual({ package: 2, grid: 1 });
});

test('synonyms find the same records', () => {
  expect(slugsOf(find('job queue').hits)).toEqual(['task-queues', 'celery', 'huey']);
});

test('corrects a misspelt word, but not an unfinished one', () => {
  expect(find('celrey')).toMatchObject({ corrected: ['celery'], hits: [{ slug: 'celery' }] });
  expect(find('cris')).toMatchObject({ corrected: undefined, hits: [{ title: 'Crispy Forms' }] });
});

test('falls back to some of the words if no record has all', () => {
  const { isRelaxed, hits } = find('little template');
  expect(isRelaxed).toBe(true);
  expect(slugsOf(hits).sort()).toEqual(['django-crispy-forms', 'huey']);
});

test('a URL or a requirement finds only its record', () => {
  expect(slugsOf(find('https://djangopackages.org/grids/g/task-queues/').hits)).toEqual([
    'task-queues',
  ]);
  expect(slugsOf(find('huey==2.5').hits)).toEqual(['huey']);
});

test('respects excluded words and phrases', () => {
  expect(slugsOf(find('queue -little').hits)).toEqual(['task-queues', 'celery']);
  expect(slugsOf(find('"little task"').hits)).toEqual(['huey']);
});

test('an operator or a filter returns matching packages, and no grid', () => {
  expect(slugsOf(find('queue licence:mit').hits)).toEqual(['huey']);
  expect(slugsOf(find('grid:queues').hits)).toEqual([]);
  expect(listPackageNumbers(find('grid:queues'))).toEqual(
    numbersOf((it) => it.facets.grid === 'task-queues'),
  );
  const { hits, tally } = count('queue', { licence: 'MIT' });
  expect(slugsOf(hits)).toEqual(['huey']);
  expect(Object.fromEntries(tally.counts.get('licence') ?? [])).toMatchObject({
    MIT: 1,
    'BSD-3-Clause': 1,
  });
});

test('a search without words returns all packages, in pages', () => {
  const all = count('');
  expect(all.hits).toEqual([]);
  const pageOf = (offset: number) => slugsOf(engine.listHits(all, { offset, limit: 2 }));
  expect([pageOf(0), pageOf(2)]).toEqual([['celery', 'django-crispy-forms'], ['huey']]);
});

test('results sorted by a metric have no grids', () => {
  const page = { offset: 0, limit: 5 };
  const sorted = engine.listHitsBy(count('queue'), '-title', page);
  expect(slugsOf(sorted)).toEqual(['huey', 'celery']);
});

test('a list also matches any part of a title', () => {
  expect(slugsOf(engine.findGrids('k que').hits)).toEqual(['task-queues']);
  const { ids } = engine.findPackages('uey', { isActiveOnly: true });
  expect(ids.map((id) => records[id - 1]?.slug)).toEqual(['huey']);
});

test('suggestions start with the typed text or its correction', () => {
  expect(slugsOf(engine.listSuggestions('cel', 8))).toEqual(['celery']);
  expect(slugsOf(engine.listSuggestions('celrey', 8))).toEqual(['celery']);
  expect(engine.listSuggestions('', 8)).toEqual([]);
});

test('similar names are of the requested kind', () => {
  expect(engine.listNearestNames('hueyy', { limit: 3 })).toEqual([]);
  expect(slugsOf(engine.listNearestNames('celrey', { limit: 3 }))).toEqual(['celery']);
  expect(engine.listNearestNames('celrey', { kind: 'grid', limit: 3 })).toEqual([]);
});
