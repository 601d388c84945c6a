import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import {
  findEditedPackage,
  findPackageOfProject,
  listFormerPackagesOf,
} from '@/db/queries/edited-package';
import { findGrid, findGridPackage } from '@/db/queries/grids';
import { listChanges, listRevisionsOf } from '@/db/queries/history';
import { findPackage } from '@/db/queries/packages';
import { findHits } from '@/db/queries/search';
import { lockGrid } from '@/db/writes/grids';
import { addPackage, savePackage } from '@/db/writes/package-edits';
import { renameRecord } from '@/db/writes/rename';
import { reindex } from '@/db/writes/search-index';
import { PermissionError } from '@/lib/accounts/permissions';
import { DuplicateError } from '@/lib/edits/duplicate';
import { MissingError } from '@/lib/edits/missing';
import { packageFields } from '@/lib/edits/package-fields';
import { readProject } from '@/lib/edits/project';
import { readQuery } from '@/lib/search/query';
import { now } from '@/lib/time';
import { spellings } from '@/tests/lib/edits/spellings';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const by = (accountId: string) => ({ accountId, comment: '', now: now() });
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const gridOf = (slug: string) => findGrid(slug)?.id ?? 0;
const fields = (name: string, changed: Partial<Record<string, string>> = {}) =>
  packageFields.parse({
    ...{ title: name, category: 'apps', description: '', pypi: '', documentation: '' },
    ...{ repository: `https://github.com/zebras/${name}` },
    ...changed,
  });

const listed = (text: string) => {
  const project = readProject(text);
  return project && findPackageOfProject(project)?.slug;
};
const former = (text: string) => {
  const project = readProject(text);
  return project && listFormerPackagesOf(project).map(({ slug }) => slug);
};

beforeAll(() => {
  insertAccount('ada', 'new');
  insertAccount('tess', 'trusted');
  insertAccount('mo', 'moderator');
});

describe('a listed package is found by', () => {
  test.each(spellings)('%s', (text) => {
    expect(listed(text)).toBe('celery');
    expect(() => addPackage(by('ada'), fields('x', { repository: text.trim() }))).toThrow(
      /is that of Celery|must be/,
    );
  });

  test.each([
    ['Django_Q2', 'django-q2'],
    ['https://pypi.org/project/DJANGO-Q2/', 'django-q2'],
    ['pip install django.q2', 'django-q2'],
    ['https://djangopackages.org/packages/p/celery/', 'celery'],
  ])('%s', (text, slug) => {
    expect(listed(text)).toBe(slug);
  });

  test('its former slug', () => {
    renameRecord(by('tess'), { kind: 'package', id: idOf('saleor') }, 'saleor-shop', {});
    expect(listed('https://djangopackages.org/packages/p/saleor/')).toBe('saleor-shop');
  });

  test.each(['https://github.com/zebras/none', 'no-such-zebra', '/packages/p/no-such-zebra/'])(
    'none is %s',
    (text) => {
      expect(listed(text)).toBeUndefined();
    },
  );
});

test('a package whose repository or project changed is found by the former ones, but does not block them', () => {
  const id = idOf('huey');
  const own = findEditedPackage(id);
  expect(former(own?.repository ?? '')).toEqual([]);
  savePackage(by('ada'), id, fields('hughie', { pypi: 'hughie' }), {});
  expect(listed(own?.repository ?? '')).toBeUndefined();
  const expected = () => {
    expect(former(`${own?.repository ?? ''}.git`)).toEqual(['huey']);
    expect(former('HUEY')).toEqual(['huey']);
  };
  expected();
  reindex();
  expected();
  // The search finds nothing by it: it may be another project's by now.
  const hits = findHits(readQuery(own?.repository ?? '')).hits.map(({ slug }) => slug);
  expect(hits).not.toContain('huey');
  const slug = addPackage(by('ada'), fields('Huey', { repository: own?.repository ?? '' }));
  expect(listed(own?.repository ?? '')).toBe(slug);
});

describe('a package that joins a grid', () => {
  const count = (table: string) =>
    database().$client.prepare(`select count(*) from ${table}`).pluck().get();
  const counts = () => ['packages', 'grid_packages', 'changes', 'revisions'].map(count);

  test('is added to it in the same change', () => {
    const grid = gridOf('websockets');
    const slug = addPackage(by('ada'), fields('Joiner'), grid);
    expect(findGridPackage(grid, idOf(slug))).toBeDefined();
    const [change] = listChanges({ of: 'site' }, { limit: 1, offset: 0 });
    expect(listRevisionsOf(change?.id ?? 0)).toMatchObject([
      { kind: 'package', slug: 'joiner', before: null },
      { kind: 'grid', slug: 'websockets', after: { [`package ${idOf(slug)}`]: true } },
    ]);
    // The package is found by its grid.
    const hits = findHits(readQuery('joiner websockets')).hits.map((it) => it.slug);
    expect(hits).toContain('joiner');
  });

  test('is not added at all if the grid is locked or gone, or the package listed', () => {
    lockGrid(by('mo'), gridOf('cms'), true);
    const before = counts();
    const add = (name: string, grid: number) => () => addPackage(by('ada'), fields(name), grid);
    expect(add('Stray', gridOf('cms'))).toThrow(PermissionError);
    expect(add('Stray', 99)).toThrow(MissingError);
    expect(add('Joiner', gridOf('chat'))).toThrow(DuplicateError);
    expect(counts()).toEqual(before);
    expect(findPackage('stray')).toBeUndefined();
    expect(addPackage(by('mo'), fields('Stray'), gridOf('cms'))).toBe('stray');
  });
});

test('a new package never gets a slug that another once had', () => {
  renameRecord(by('tess'), { kind: 'package', id: idOf('wagtail') }, 'wagtail-cms', {});
  expect(addPackage(by('ada'), fields('Wagtail'))).toBe('wagtail-2');
});
