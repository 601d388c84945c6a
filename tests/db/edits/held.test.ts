import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findCell } from '@/db/queries/cells';
import { listFeatures } from '@/db/queries/comparison';
import { findEditedPackage } from '@/db/queries/edited-package';
import { findGrid, findGridPackage } from '@/db/queries/grids';
import { countOpenHeldEdits, findHeldEdit, listHeldEditsBy } from '@/db/queries/held-edits';
import { countChanges, findChange, listChanges } from '@/db/queries/history';
import { findPackage } from '@/db/queries/packages';
import { accounts, changes, heldEdits, revisions } from '@/db/schema';
import { saveCell } from '@/db/writes/cells';
import { edit } from '@/db/writes/edit';
import { addFeatures, saveFeature } from '@/db/writes/features';
import { addGrid, saveGrid } from '@/db/writes/grids';
import { acceptHeldEdit, declineHeldEdit } from '@/db/writes/held';
import { addPackage, savePackage } from '@/db/writes/package-edits';
import { updatePackage } from '@/db/writes/packages';
import { PermissionError } from '@/lib/accounts/permissions';
import { HeldError } from '@/lib/edits/held-error';
import { RefusedError } from '@/lib/edits/refused';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const gridId = findGrid('websockets')?.id ?? 0;
const packageId = findPackage('daphne')?.package.id ?? 0;
const [feature] = listFeatures(gridId);
const featureId = feature?.id ?? 0;
const ref = { gridId, featureId, packageId };

/** A link that no record has. */
const newLink = () => `https://spam.example/${crypto.randomUUID()}`;
const by = (accountId: string, comment = '') => ({ accountId, comment, now: now() });
const linked = () => ({ text: 'yes', evidence: newLink(), comment: '' });

/** Runs a write that must be held, and returns the id of the waiting edit. */
function heldIdOf(run: () => unknown): number {
  try {
    run();
  } catch (error) {
    if (error instanceof HeldError) return error.id;
    throw error;
  }
  throw new Error('The edit was not held.');
}

const changeCount = () => countChanges({ of: 'site' });

beforeAll(() => {
  for (const role of ['new', 'editor', 'trusted', 'moderator', 'admin'] as const) {
    insertAccount(role === 'admin' ? 'root' : role, role);
  }
});

beforeEach(() => {
  for (const table of [revisions, changes, heldEdits]) database().delete(table).run();
});

const pkg = {
  ...{ title: 'Acme', category: 'apps', description: '', pypi: null },
  ...{ repository: 'https://github.com/acme/acme', documentation: null },
};
const other = () => ({ title: crypto.randomUUID(), description: newLink() });

const writes: Record<string, (account: string) => void> = {
  addGrid: (account) => {
    addGrid(by(account), other());
  },
  saveGrid: (account) => {
    saveGrid(by(account), gridId, other(), {});
  },
  addFeatures: (account) => {
    addFeatures(by(account), gridId, [{ ...other(), metric: null }]);
  },
  saveFeature: (account) => {
    saveFeature(by(account), featureId, { ...other(), metric: null }, {});
  },
  saveCell: (account) => {
    saveCell(by(account), ref, { ...linked(), text: crypto.randomUUID() }, {});
  },
  addPackage: (account) => {
    const name = crypto.randomUUID();
    addPackage(by(account), {
      ...pkg,
      repository: `https://github.com/acme/${name}`,
      documentation: newLink(),
    });
  },
  savePackage: (account) => {
    const { category = '', title = '' } = findEditedPackage(packageId) ?? {};
    const repository = `https://github.com/acme/${crypto.randomUUID()}`;
    savePackage(
      by(account),
      packageId,
      { ...pkg, ...{ category, title, repository }, description: newLink() },
      {},
    );
  },
};

describe.each(Object.entries(writes))('%s with a link', (name, write) => {
  test.each(['editor', 'trusted', 'moderator', 'root'])('is made at once by %s', (account) => {
    write(account);
    expect(changeCount()).toBe(1);
  });

  test('waits if the account is new, and is made by it when accepted', () => {
    const id = heldIdOf(() => {
      write('new');
    });
    expect(changeCount()).toBe(0);
    expect(findHeldEdit(id)).toMatchObject({ account: 'new', write: name, decidedAt: null });
    acceptHeldEdit(by('moderator'), id);
    const [made] = listChanges({ of: 'site' }, { limit: 1, offset: 0 });
    expect(made).toMatchObject({ account: 'new', review: 'approved' });
    expect(findHeldEdit(id)).toMatchObject({ isAccepted: true });
    for (const decide of [acceptHeldEdit, declineHeldEdit]) {
      expect(() => {
        decide(by('root'), id);
      }).toThrow('Another moderator has already decided this.');
    }
    expect(changeCount()).toBe(1);
  });
});

test('an edit without a link, or with a link that was there, is made at once', () => {
  const cell = linked();
  saveCell(by('editor'), ref, cell, {});
  saveCell(by('new'), ref, { ...cell, comment: `see ${cell.evidence}` }, {});
  saveCell(by('new'), ref, { text: 'no', evidence: '', comment: '' }, {});
  expect(changeCount()).toBe(3);
});

test('documentation alone, and a grid that a new package joins, wait as well', () => {
  const documentation = newLink();
  const own = heldIdOf(() => {
    savePackage(by('new'), packageId, { documentation }, {});
  });
  acceptHeldEdit(by('moderator'), own);
  expect(findEditedPackage(packageId)).toMatchObject({ documentation });
  const wanted = { ...pkg, title: 'Joining', repository: 'https://github.com/acme/joining' };
  const joining = heldIdOf(() => {
    addPackage(by('new'), { ...wanted, documentation: newLink() }, gridId);
  });
  acceptHeldEdit(by('moderator'), joining);
  const { id = 0 } = findPackage('joining')?.package ?? {};
  expect(findGridPackage(gridId, id)).toBeDefined();
});

test('a link in the reason of a change waits too', () => {
  const comment = `Read ${newLink()}!`;
  const id = heldIdOf(() => {
    saveCell(by('new', comment), ref, { ...linked(), evidence: '' }, {});
  });
  acceptHeldEdit(by('moderator'), id);
  expect(listChanges({ of: 'site' }, { limit: 1, offset: 0 })).toMatchObject([{ comment }]);
});

test('a write that cannot wait is refused to new accounts', () => {
  const write = (account: string) => {
    edit(by(account), (change) => {
      change.record([{ kind: 'package', id: packageId }], () => {
        updatePackage(packageId, { repoDescription: newLink() });
      });
    });
  };
  expect(() => {
    write('new');
  }).toThrow(RefusedError);
  expect(changeCount()).toBe(0);
  write('editor');
  expect(changeCount()).toBe(1);
});

test('a conflict is shown to the moderator, and the edit goes on waiting', () => {
  saveCell(by('editor'), ref, { text: 'old', evidence: '', comment: '' }, {});
  const opened = { text: 'old', evidence: '', comment: '' };
  const id = heldIdOf(() => {
    saveCell(by('new'), ref, linked(), opened);
  });
  saveCell(by('editor'), ref, { text: 'newer', evidence: '', comment: '' }, {});
  expect(() => {
    acceptHeldEdit(by('moderator'), id);
  }).toThrow('newer');
  expect(findHeldEdit(id)).toMatchObject({ decidedAt: null });
  expect(findCell(ref)).toMatchObject({ text: 'newer' });
  declineHeldEdit(by('moderator'), id);
  expect(listHeldEditsBy('new', 5)).toMatchObject([{ isAccepted: false }]);
});

test('only moderators decide, and the edit of a banned account is not made', () => {
  const id = heldIdOf(() => {
    saveCell(by('new'), ref, linked(), {});
  });
  for (const account of ['new', 'editor', 'trusted', 'nobody']) {
    for (const decide of [acceptHeldEdit, declineHeldEdit]) {
      expect(() => {
        decide(by(account), id);
      }).toThrow(PermissionError);
    }
  }
  const ban = (bannedAt: number | null) =>
    database().update(accounts).set({ bannedAt }).where(eq(accounts.id, 'new')).run();
  ban(now());
  expect(() => {
    acceptHeldEdit(by('moderator'), id);
  }).toThrow('banned or deleted');
  ban(null);
  expect(findHeldEdit(id)).toMatchObject({ decidedAt: null });
});

test('at most twenty edits of an account wait', () => {
  for (let index = 0; index < 20; index += 1) heldIdOf(() => writes['saveCell']?.('new'));
  expect(() => writes['saveCell']?.('new')).toThrow(RefusedError);
  expect(countOpenHeldEdits('new')).toBe(20);
});

test('a text that a new account enters in a third place is refused', () => {
  const text = 'The best package that there ever was.';
  const places = listFeatures(gridId).slice(0, 3);
  const enter = (account: string, place: number) => {
    const spot = { ...ref, featureId: places[place]?.id ?? 0 };
    saveCell(by(account), spot, { text, evidence: '', comment: '' }, {});
  };
  enter('new', 0);
  enter('new', 1);
  expect(() => {
    enter('new', 2);
  }).toThrow('in 3 places within a day');
  expect(changeCount()).toBe(2);
  // Yesterday's don't count, nor those of other accounts.
  database()
    .update(changes)
    .set({ at: now() - 90_000_000_000 })
    .run();
  enter('new', 2);
  expect(
    findChange(listChanges({ of: 'site' }, { limit: 1, offset: 0 })[0]?.id ?? 0),
  ).toMatchObject({
    account: 'new',
  });
  for (const place of [0, 1, 2]) enter('editor', place);
});
