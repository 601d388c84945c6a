import { beforeAll, describe, expect, test } from 'vitest';
import { findEditedPackage } from '@/db/queries/edited-package';
import { listChanges, listRevisionsOf } from '@/db/queries/history';
import { findPackage } from '@/db/queries/packages';
import { findHits } from '@/db/queries/search';
import { addPackage, lockPackage, savePackage } from '@/db/writes/package-edits';
import { revertChange } from '@/db/writes/revert';
import { PermissionError } from '@/lib/accounts/permissions';
import { ConflictError } from '@/lib/edits/conflict';
import { DuplicateError } from '@/lib/edits/duplicate';
import { packageFields } from '@/lib/edits/package-fields';
import { readQuery } from '@/lib/search/query';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const by = (accountId: string) => ({ accountId, comment: '', now: now() });
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const fields = (changed: Partial<Record<string, string>> = {}) =>
  packageFields.parse({
    ...{ title: 'Quaggamire', category: 'apps', description: 'Herds zebras.' },
    ...{
      repository: 'https://github.com/zebras/quaggamire',
      pypi: 'quaggamire',
      documentation: '',
    },
    ...changed,
  });

beforeAll(() => {
  insertAccount('ada', 'new');
  insertAccount('tess', 'trusted');
  insertAccount('mo', 'moderator');
});

test('a package that was added is found at once, by name, address and project', () => {
  const slug = addPackage(by('ada'), fields());
  expect(slug).toBe('quaggamire');
  for (const text of ['quaggamire', 'zebras', 'https://github.com/Zebras/quaggamire.git']) {
    expect(findHits(readQuery(text)).hits[0]?.slug).toBe('quaggamire');
  }
  expect(findPackage(slug)?.package).toMatchObject({
    ...{ title: 'Quaggamire', repoDescription: 'Herds zebras.', pypiName: 'quaggamire' },
    ...{ repoWatchers: null, lastCommitAt: null, health: null, documentationUrl: null },
  });
  const [change] = listChanges({ of: 'package', id: idOf(slug) }, { limit: 1, offset: 0 });
  expect(change).toMatchObject({ account: 'ada' });
  expect(listRevisionsOf(change?.id ?? 0)).toMatchObject([{ before: null, slug }]);
});

describe('a package is not added twice:', () => {
  test.each([
    [{ repository: 'http://www.github.com/Celery/celery/tree/main/docs', pypi: '' }, 'repository'],
    [{ repository: '', pypi: 'https://pypi.org/project/Celery/' }, 'pypi'],
    [{ repository: 'https://github.com/x/y', pypi: 'CELERY' }, 'pypi'],
  ])('%j', (given, field) => {
    const add = () => addPackage(by('ada'), fields(given));
    expect(add).toThrow(DuplicateError);
    expect(add).toThrow('is that of Celery (/packages/p/celery/)');
    try {
      add();
    } catch (error) {
      expect(error).toMatchObject({ field });
    }
  });
});

test('a package is edited, and the edit is reverted', () => {
  const id = idOf('huey');
  const before = findEditedPackage(id);
  const opened = { title: before?.title ?? '' };
  const same = { repository: before?.repository ?? '', pypi: before?.pypi ?? '' };
  savePackage(by('ada'), id, fields({ ...same, title: 'Huey!' }), opened);
  expect(findEditedPackage(id)).toMatchObject({ title: 'Huey!', description: 'Herds zebras.' });
  expect(() => {
    savePackage(by('tess'), id, fields({ ...same, title: 'Hughie' }), opened);
  }).toThrow(ConflictError);
  const [change] = listChanges({ of: 'package', id }, { limit: 1, offset: 0 });
  revertChange(by('tess'), change?.id ?? 0);
  expect(findEditedPackage(id)).toEqual(before);
});

test('a locked package is edited by moderators only', () => {
  const id = idOf('zulip');
  expect(() => {
    lockPackage(by('tess'), id, true);
  }).toThrow(PermissionError);
  lockPackage(by('mo'), id, true);
  const save = (account: string) => () => {
    const own = findEditedPackage(id);
    const same = { repository: own?.repository ?? '', pypi: own?.pypi ?? '' };
    savePackage(by(account), id, fields({ ...same, title: account }), {});
  };
  expect(save('tess')).toThrow(PermissionError);
  expect(save('mo')).not.toThrow();
});

describe('input is validated:', () => {
  test.each([
    [{ title: ' ' }, 'title', 'is required'],
    [{ title: 'x'.repeat(101) }, 'title', 'must have at most 100 characters'],
    [{ description: 'x'.repeat(501) }, 'description', 'must have at most 500 characters'],
    [{ repository: 'javascript:alert(1)' }, 'repository', 'must be an address that begins with'],
    [
      { repository: 'https://github.com/django' },
      'repository',
      'must be the address of a repository',
    ],
    [{ documentation: 'ftp://x.example/' }, 'documentation', 'must be an address that begins with'],
    [{ pypi: 'not a name' }, 'pypi', 'must be the name of a project on PyPI'],
    [{ repository: '', pypi: '' }, 'repository', 'or a project on PyPI is required'],
  ])('%j', (changed, field, message) => {
    const valid = {
      ...{ title: 'T', category: 'apps', description: '', documentation: '' },
      ...{ repository: 'https://github.com/a/b', pypi: '' },
    };
    const { error } = packageFields.safeParse({ ...valid, ...changed });
    const found = error?.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
    expect(found?.join('\n')).toContain(`${field} ${message}`);
  });
});
