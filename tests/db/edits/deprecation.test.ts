import { beforeAll, describe, expect, test } from 'vitest';
import { findDeprecation } from '@/db/queries/edited-package';
import { listChanges } from '@/db/queries/history';
import { countPackages, findPackage } from '@/db/queries/packages';
import { listComparedPackages } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { deprecatePackage, undeprecatePackage } from '@/db/writes/deprecation';
import { lockPackage } from '@/db/writes/package-edits';
import { revertChange } from '@/db/writes/revert';
import { PermissionError } from '@/lib/accounts/permissions';
import { ConflictError } from '@/lib/edits/conflict';
import { deprecationFields } from '@/lib/edits/deprecation-fields';
import { FieldError } from '@/lib/edits/field-error';
import { MissingError } from '@/lib/edits/missing';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const by = (accountId: string) => ({ accountId, comment: '', now: now() });
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const fields = (changed: Partial<Record<string, string>> = {}) =>
  deprecationFields.parse({ replacement: '', source: '', date: '', ...changed });
const deprecate = (slug: string, changed: Partial<Record<string, string>> = {}, opened = {}) => {
  deprecatePackage(by('eddie'), idOf(slug), fields(changed), opened);
};
const newest = () => listChanges({ of: 'site' }, { limit: 1, offset: 0 })[0]?.id ?? 0;

beforeAll(() => {
  insertAccount('ada', 'new');
  insertAccount('eddie', 'editor');
  insertAccount('tess', 'trusted');
  insertAccount('mo', 'moderator');
});

test('a deprecated package leaves the lists, names its replacement, and returns when that is undone', () => {
  const grid = findGrid('workers-queues-tasks')?.id ?? 0;
  const active = () => countPackages({});
  const before = { active: active(), huey: findDeprecation(idOf('huey')) };
  const source = 'https://github.com/coleifer/huey/issues/1';
  deprecate('huey', { replacement: 'Celery', source, date: '2026-05-31' });
  expect(active()).toBe(before.active - 1);
  expect(findPackage('huey')).toMatchObject({
    package: { isDeprecated: true, isActive: false, statusSource: source },
    replacement: { slug: 'celery' },
  });
  expect(listComparedPackages(grid).find(({ slug }) => slug === 'huey')).toMatchObject({
    isDeprecated: true,
  });
  undeprecatePackage(by('eddie'), idOf('huey'));
  expect(active()).toBe(before.active);
  expect(findDeprecation(idOf('huey'))).toEqual(before.huey);

  const undone = newest();
  revertChange(by('tess'), undone);
  expect(findPackage('huey')?.replacement?.slug).toBe('celery');
  revertChange(by('tess'), newest());
  expect(findDeprecation(idOf('huey'))).toEqual(before.huey);
});

describe('a replacement is', () => {
  test.each([
    ['celery', 'celery', null],
    ['Django_Q2', 'django-q2', null],
    ['djangorestframework', 'drf', null],
    ['https://github.com/celery/celery.git', 'celery', null],
    ['https://djangopackages.org/packages/p/celery/', 'celery', null],
    ['https://pypi.org/project/celery/', 'celery', null],
    ['https://example.org/other/', null, 'https://example.org/other/'],
    ['https://github.com/zebras/quagga', null, 'https://github.com/zebras/quagga'],
    ['', null, null],
  ])('%j: %s, %s', (replacement, slug, url) => {
    deprecate('django_cron', { replacement });
    const found = findPackage('django_cron');
    expect(found?.replacement?.slug ?? null).toBe(slug);
    expect(found?.package.replacementUrl).toBe(url);
  });

  test.each([
    ['nope-nope', 'is not listed here'],
    ['two words', 'is not listed here'],
    ['javascript:alert(1)', 'is not listed here'],
    ['huey', 'is this package itself'],
  ])('never %j', (replacement, message) => {
    const write = () => {
      deprecate('huey', { replacement });
    };
    expect(write).toThrow(FieldError);
    expect(write).toThrow(message);
  });
});

test('replacements never lead in a circle, not even by a revert', () => {
  deprecate('django-rq', { replacement: 'django-q2' });
  deprecate('django-q2', { replacement: 'procrastinate' });
  for (const replacement of ['django-rq', 'django-q2']) {
    expect(() => {
      deprecate('procrastinate', { replacement });
    }).toThrow('is itself replaced by this package');
  }
  undeprecatePackage(by('eddie'), idOf('django-rq'));
  const undone = newest();
  deprecate('procrastinate', { replacement: 'django-rq' });
  const revert = () => {
    revertChange(by('tess'), undone);
  };
  expect(revert).toThrow(MissingError);
  expect(revert).toThrow('Its former replacement is itself replaced by this package.');
});

test('what somebody else said meanwhile is not overwritten', () => {
  const opened = { replacement: '', source: '', date: '' };
  deprecate('django-kronos', { replacement: 'celery', date: '2026-05-31' }, opened);
  expect(() => {
    deprecate('django-kronos', { replacement: 'huey', date: '2026-05-31' }, opened);
  }).toThrow(ConflictError);
  deprecate(
    'django-kronos',
    { replacement: 'huey' },
    { replacement: 'celery', date: '2026-05-31' },
  );
  expect(findPackage('django-kronos')?.replacement?.slug).toBe('huey');
});

test('a source that is no address stays, and that of an archived package survives the undoing', () => {
  const slug = 'django-private-chat';
  const { source } = findDeprecation(idOf(slug)) ?? {};
  expect(source).toBe('its own description (seed)');
  deprecate(slug, { replacement: 'django-private-chat2' });
  expect(findDeprecation(idOf(slug))?.source).toBe(source);
  undeprecatePackage(by('eddie'), idOf(slug));
  expect(findDeprecation(idOf(slug))).toMatchObject({ source: null, isDeprecated: false });
});

test('a date in the future is refused', () => {
  expect(() => {
    deprecate('huey', { date: '2999-01-01' });
  }).toThrow('must not be in the future');
});

test('new accounts may not, and on a locked package only moderators may', () => {
  const id = idOf('ralph');
  const write = (account: string) => () => {
    deprecatePackage(by(account), id, fields(), {});
    undeprecatePackage(by(account), id);
  };
  expect(write('ada')).toThrow(PermissionError);
  expect(write('eddie')).not.toThrow();
  lockPackage(by('mo'), id, true);
  expect(write('tess')).toThrow(PermissionError);
  expect(write('mo')).not.toThrow();
});
