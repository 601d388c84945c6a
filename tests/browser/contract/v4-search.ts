import { expect } from '@playwright/test';
import { z } from 'zod';
import { bySlug, categories, grids, packages } from './catalogue';
import { json, type Pair } from './pair';
import { newYorkText } from './times';

const KEYS = [
  ...['description', 'title', 'title_no_prefix', 'slug_no_prefix', 'clean_title', 'absolute_url'],
  ...['created', 'modified', 'weight', 'item_type', 'slug', 'category', 'repo_watchers'],
  ...['repo_forks', 'pypi_downloads', 'score', 'usage', 'participants', 'last_committed'],
  'last_released',
];

const whole = z.number().int();
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?-0[45]:00$/);

/** The fields of every item, for any query. */
const items = z.array(
  z.strictObject({
    description: z.string(),
    title: z.string(),
    title_no_prefix: z.string(),
    slug_no_prefix: z.string(),
    clean_title: z.string(),
    absolute_url: z.string().regex(/^\/(packages\/p|grids\/g)\/[-\w]+\/$/),
    created: time,
    modified: time,
    weight: whole,
    item_type: z.enum(['package', 'grid']),
    slug: z.string(),
    category: z.string(),
    repo_watchers: whole,
    repo_forks: whole,
    pypi_downloads: whole,
    score: whole,
    usage: whole,
    participants: z.string(),
    last_committed: time.nullable(),
    last_released: time.nullable(),
  }),
);

type Item = z.infer<typeof items>[number];

/** A search whose items pass `check`. */
function search(query: string, check: (found: Item[]) => void): Pair {
  return {
    ...json(`GET /api/v4/search/?${query}`, []),
    body: ({ text }) => {
      const found = items.parse(JSON.parse(text));
      for (const item of z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(text)))
        expect(Object.keys(item)).toEqual(KEYS);
      expect(found.length).toBeLessThanOrEqual(20);
      check(found);
    },
  };
}

/** The first item is a package of the catalogue. */
const finds = (query: string, slug: string): Pair =>
  search(query, ([first]) => {
    const it = bySlug(packages, slug);
    expect(first).toMatchObject({
      description: it.repo_description,
      title: it.title,
      title_no_prefix: it.title,
      slug_no_prefix: slug,
      clean_title: it.title,
      absolute_url: `/packages/p/${slug}/`,
      item_type: 'package',
      slug,
      category: bySlug(categories, it.category).title,
      repo_watchers: it.repo_watchers ?? 0,
      repo_forks: it.repo_forks ?? 0,
      usage: it.usage_count_2022 ?? 0,
      participants: it.participants.join(','),
      last_committed: it.last_updated === null ? null : newYorkText(it.last_updated),
    });
  });

/** The first item is a grid of the catalogue. */
const findsGrid = (query: string, slug: string): Pair =>
  search(query, ([first]) => {
    const { title, description } = bySlug(grids, slug);
    expect(first).toMatchObject({
      description,
      title,
      absolute_url: `/grids/g/${slug}/`,
      item_type: 'grid',
      slug,
      category: '',
      ...{ repo_watchers: 0, repo_forks: 0, pypi_downloads: 0, score: 0, usage: 0 },
      participants: '',
      last_committed: null,
      last_released: null,
    });
  });

const isFull = (found: Item[]) => {
  expect(found).toHaveLength(20);
};

/** A bare array of at most twenty packages and grids. */
export const searchPairs: Pair[] = [
  json('GET /api/v4/search/', []),
  json('GET /api/v4/search/?q=', []),
  json('GET /api/v4/search/?q=+', []),
  json('GET /api/v4/search/?q=celery&q=', []),
  json('GET /api/v4/search/?query=celery', []),
  json('GET /api/v4/search/?limit=5&offset=5', []),
  json('GET /api/v4/search/?q=zzzzqqqqxxxx', []),
  json('HEAD /api/v4/search/?q=celery', []),
  finds('q=celery', 'celery'),
  finds('q=Django+Q', 'django-q'),
  finds('q=django-q', 'django-q'),
  finds('q=django-debug-toolbar&format=json', 'django-debug-toolbar'),
  finds('q=nope&q=django-shop', 'django-shop'),
  findsGrid('q=websockets', 'websockets'),
  findsGrid('q=Multi+Tenancy', 'multi-tenancy'),
  search('q=django', isFull),
  search('q=django&limit=3', isFull),
  search('q=django&limit=50&offset=3', isFull),
  search('q=django', (found) => {
    expect(new Set(found.map((it) => it.absolute_url)).size).toBe(20);
  }),
];
