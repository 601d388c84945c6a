import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { listExamplesOf, listWaitingExamples } from '@/db/queries/examples';
import { listFlagsBy, listOpenFlags } from '@/db/queries/flags';
import { countWaiting } from '@/db/queries/moderation';
import { findPackage, listExamples } from '@/db/queries/packages';
import { flags, packageExamples } from '@/db/schema';
import { addExample, decideExample, removeExample, saveExample } from '@/db/writes/examples';
import { addFlag, resolveFlag } from '@/db/writes/flags';
import { lockPackage } from '@/db/writes/package-edits';
import { PermissionError } from '@/lib/accounts/permissions';
import { exampleFields } from '@/lib/edits/example-fields';
import { MissingError } from '@/lib/edits/missing';
import { RefusedError } from '@/lib/edits/refused';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const packageId = findPackage('celery')?.package.id ?? 0;
const by = (accountId: string) => ({ accountId, comment: '', now: now() });
const everyone = ['new', 'editor', 'trusted', 'moderator', 'root'];
const moderators = ['moderator', 'root'];
const others = everyone.filter((it) => !moderators.includes(it));

beforeAll(() => {
  for (const role of ['new', 'editor', 'trusted', 'moderator', 'admin'] as const) {
    insertAccount(role === 'admin' ? 'root' : role, role);
  }
});

beforeEach(() => {
  for (const table of [flags, packageExamples]) database().delete(table).run();
});

describe('a report', () => {
  test.each(everyone)('is made by %s, one at a time', (account) => {
    addFlag(by(account), packageId, 'Spam.');
    expect(() => {
      addFlag(by(account), packageId, 'Spam!');
    }).toThrow('You have reported this package already.');
    expect(listOpenFlags(5)).toMatchObject([
      { account, reason: 'Spam.', package: { slug: 'celery' } },
    ]);
    expect(countWaiting().flags).toBe(1);
  });

  test('is answered by one moderator, and can then be made anew', () => {
    addFlag(by('new'), packageId, 'Spam.');
    const id = listOpenFlags(1)[0]?.id ?? 0;
    for (const account of others) {
      expect(() => {
        resolveFlag(by(account), id, true, '');
      }).toThrow(PermissionError);
    }
    resolveFlag(by('moderator'), id, false, 'It is not.');
    expect(() => {
      resolveFlag(by('root'), id, true, '');
    }).toThrow(RefusedError);
    expect(listFlagsBy('new', packageId, 5)).toMatchObject([
      { isUpheld: false, answer: 'It is not.' },
    ]);
    addFlag(by('new'), packageId, 'But it is.');
    resolveFlag(by('root'), listOpenFlags(1)[0]?.id ?? 0, true, '');
    expect(listFlagsBy('new', packageId, 5).map(({ isUpheld }) => isUpheld)).toEqual([true, false]);
  });

  test('of nothing, by nobody or about no report is refused', () => {
    expect(() => {
      addFlag(by('new'), 999_999, 'x');
    }).toThrow(MissingError);
    expect(() => {
      addFlag(by('nobody'), packageId, 'x');
    }).toThrow(PermissionError);
    expect(() => {
      resolveFlag(by('root'), 999_999, true, '');
    }).toThrow(MissingError);
  });
});

describe('a site that uses a package', () => {
  const site = { title: 'Acme', url: 'https://www.acme.example/shop/' };
  const add = (account: string, fields = site) => addExample(by(account), packageId, fields);
  const only = () => listExamplesOf(packageId)[0];
  const idOf = () => only()?.id ?? 0;

  test.each(everyone)('added by %s is shown at once if the account is trusted', (account) => {
    const isShown = !['new', 'editor'].includes(account);
    expect(add(account)).toBe(isShown);
    expect(listExamples(packageId)).toHaveLength(isShown ? 1 : 0);
    expect(listWaitingExamples(5)).toHaveLength(isShown ? 0 : 1);
    expect(countWaiting()).toMatchObject({ examples: isShown ? 0 : 1, changes: 0 });
  });

  test('is approved or declined by one moderator', () => {
    for (const isActive of [true, false]) {
      add('new');
      for (const account of others) {
        expect(() => {
          decideExample(by(account), idOf(), isActive);
        }).toThrow(PermissionError);
      }
      decideExample(by('moderator'), idOf(), isActive);
      expect(() => {
        decideExample(by('root'), idOf(), !isActive);
      }).toThrow(RefusedError);
      expect(listExamples(packageId)).toHaveLength(isActive ? 1 : 0);
      removeExample(by('root'), idOf());
    }
  });

  test.each([
    'https://www.acme.example/shop/',
    'http://acme.example/shop',
    'https://ACME.example/Shop#top',
  ])('is not added twice, as %s', (url) => {
    add('new');
    expect(() => add('editor', { title: 'Other', url })).toThrow('suggested already');
    decideExample(by('moderator'), idOf(), true);
    expect(() => add('editor', { title: 'Other', url })).toThrow('listed already, as “Acme”');
    add('editor', { title: 'Other', url: 'https://acme.example/' });
    expect(listExamplesOf(packageId)).toHaveLength(2);
  });

  test('is edited and removed by who added it, or a moderator', () => {
    add('editor');
    decideExample(by('moderator'), idOf(), true);
    const renamed = { ...site, title: 'Acme Inc.' };
    for (const account of ['new', 'trusted', 'nobody']) {
      expect(() => {
        saveExample(by(account), idOf(), renamed);
      }).toThrow(PermissionError);
      expect(() => {
        removeExample(by(account), idOf());
      }).toThrow(PermissionError);
    }
    saveExample(by('editor'), idOf(), site);
    expect(only()).toMatchObject({ isActive: true });
    // What the moderator approved is another thing.
    saveExample(by('editor'), idOf(), renamed);
    expect(only()).toMatchObject({ title: 'Acme Inc.', isActive: null, addedBy: 'editor' });
    saveExample(by('moderator'), idOf(), site);
    expect(only()).toMatchObject({ title: 'Acme', isActive: true, addedBy: 'editor' });
    removeExample(by('editor'), idOf());
    expect(only()).toBeUndefined();
    expect(() => {
      removeExample(by('root'), 999_999);
    }).toThrow(MissingError);
  });

  test('of a locked package is added and changed by moderators only', () => {
    add('editor');
    lockPackage(by('root'), packageId, true);
    expect(() => add('trusted', { title: 'B', url: 'https://b.example/' })).toThrow(
      PermissionError,
    );
    expect(() => {
      removeExample(by('editor'), idOf());
    }).toThrow(PermissionError);
    expect(add('moderator', { title: 'B', url: 'https://b.example/' })).toBe(true);
    lockPackage(by('root'), packageId, false);
  });

  test.each(['javascript:alert(1)', 'ftp://a.example/', 'https:', 'acme.example'])(
    'cannot be at %s',
    (url) => {
      expect(exampleFields.safeParse({ title: 'A', url }).success).toBe(false);
    },
  );
});
