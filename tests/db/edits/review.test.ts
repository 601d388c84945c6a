import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findCell } from '@/db/queries/cells';
import { listFeatures } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { findChange, listChanges } from '@/db/queries/history';
import { countWaiting } from '@/db/queries/moderation';
import { findPackage } from '@/db/queries/packages';
import { changes, revisions } from '@/db/schema';
import { saveCell } from '@/db/writes/cells';
import { revertAll } from '@/db/writes/revert-all';
import { revertChange } from '@/db/writes/revert';
import { approveChange, rejectChange } from '@/db/writes/review';
import { PermissionError } from '@/lib/accounts/permissions';
import { ConflictError } from '@/lib/edits/conflict';
import { MissingError } from '@/lib/edits/missing';
import { RefusedError } from '@/lib/edits/refused';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const gridId = findGrid('websockets')?.id ?? 0;
const packageId = findPackage('daphne')?.package.id ?? 0;
const refs = listFeatures(gridId).map(({ id }) => ({ gridId, featureId: id, packageId }));
const [ref = { gridId: 0, featureId: 0, packageId: 0 }, other = ref, third = ref] = refs;

const by = (accountId: string) => ({ accountId, comment: '', now: now() });
const newest = () => listChanges({ of: 'site' }, { limit: 1, offset: 0 })[0]?.id ?? 0;
const textOf = (place = ref) => findCell(place)?.text ?? '';

/** Saves a cell, and returns the id of the change. */
function write(account: string, text: string, place = ref): number {
  saveCell(by(account), place, { text, evidence: '', comment: '' }, {});
  return newest();
}

const reviewOf = (id: number) =>
  database()
    .select({ review: changes.review, by: changes.reviewedBy, at: changes.reviewedAt })
    .from(changes)
    .where(eq(changes.id, id))
    .get();

beforeAll(() => {
  for (const role of ['new', 'editor', 'trusted', 'moderator', 'admin'] as const) {
    insertAccount(role === 'admin' ? 'root' : role, role);
  }
  insertAccount('mod-2', 'moderator');
});

beforeEach(() => {
  database().delete(revisions).run();
  database().delete(changes).run();
});

describe('a change', () => {
  test('by a new account waits for review, by others it does not', () => {
    for (const account of ['editor', 'trusted', 'moderator', 'root']) {
      expect(findChange(write(account, `by ${account}`))?.review).toBeNull();
    }
    expect(countWaiting().changes).toBe(0);
    expect(findChange(write('new', 'by new'))?.review).toBe('waiting');
    expect(countWaiting().changes).toBe(1);
    expect(listChanges({ of: 'waiting' }, { limit: 5, offset: 0 })).toHaveLength(1);
  });

  test('is approved by one moderator, and the second is told', () => {
    const id = write('new', 'approve me');
    approveChange(by('moderator'), id);
    expect(reviewOf(id)).toMatchObject({ review: 'approved', by: 'moderator' });
    for (const decide of [approveChange, rejectChange]) {
      expect(() => {
        decide(by('mod-2'), id);
      }).toThrow(RefusedError);
    }
    expect(reviewOf(id)).toMatchObject({ by: 'moderator' });
    expect(textOf()).toBe('approve me');
  });

  test('that is rejected is reverted and waits no more', () => {
    write('editor', 'before');
    const id = write('new', 'reject me');
    rejectChange(by('moderator'), id);
    expect(textOf()).toBe('before');
    expect(reviewOf(id)).toMatchObject({ review: null, by: 'moderator' });
    expect(findChange(id)?.revertedBy).toBe(newest());
    expect(() => {
      approveChange(by('mod-2'), id);
    }).toThrow(RefusedError);
    expect(countWaiting().changes).toBe(0);
  });

  test('that was changed again is not rejected and goes on waiting', () => {
    const id = write('new', 'first');
    write('editor', 'second');
    expect(() => {
      rejectChange(by('moderator'), id);
    }).toThrow(ConflictError);
    expect(textOf()).toBe('second');
    expect(reviewOf(id)).toMatchObject({ review: 'waiting', at: null });
  });

  test('is settled by a revert of a trusted account, or of its own', () => {
    const one = write('new', 'one');
    revertChange(by('trusted'), one);
    expect(reviewOf(one)).toMatchObject({ review: null, by: 'trusted' });
    const two = write('new', 'two');
    revertChange(by('new'), two);
    expect(countWaiting().changes).toBe(0);
    const three = write('new', 'three');
    approveChange(by('moderator'), three);
    revertChange(by('new'), three);
    expect(findChange(newest())).toMatchObject({ reverts: three, review: 'waiting' });
  });

  test('is reviewed by moderators only', () => {
    const id = write('new', 'mine');
    for (const account of ['new', 'editor', 'trusted', 'nobody']) {
      for (const decide of [approveChange, rejectChange]) {
        expect(() => {
          decide(by(account), id);
        }).toThrow(PermissionError);
      }
    }
    expect(reviewOf(id)).toMatchObject({ review: 'waiting' });
    expect(() => {
      approveChange(by('root'), 999_999);
    }).toThrow(MissingError);
    approveChange(by('root'), id);
  });
});

describe('everything of an account', () => {
  const start = () => now() - 1_000_000;

  test('is reverted, but for what others have changed since', () => {
    for (const place of [ref, other, third]) write('editor', 'good', place);
    const since = start();
    write('new', 'vandalism', ref);
    const kept = write('new', 'vandalism too', other);
    write('editor', 'mended', other);
    write('new', 'worse', ref);
    write('new', 'worse still', third);
    const { reverted, kept: left } = revertAll(by('moderator'), 'new', since);
    expect([reverted.length, left]).toEqual([3, [kept]]);
    expect([textOf(ref), textOf(other), textOf(third)]).toEqual(['good', 'mended', 'good']);
    expect(countWaiting().changes).toBe(1);
    // Once more does nothing: what was reverted has no effect any more.
    expect(revertAll(by('moderator'), 'new', since)).toEqual({ reverted: [], kept: [kept] });
  });

  test('leaves what the account has undone itself, and earlier changes', () => {
    write('editor', 'good');
    write('new', 'early');
    database()
      .update(changes)
      .set({ at: now() - 9_000_000_000 })
      .run();
    const since = start();
    const id = write('new', 'oops');
    revertChange(by('new'), id);
    expect(revertAll(by('moderator'), 'new', since)).toEqual({ reverted: [], kept: [] });
    expect(textOf()).toBe('early');
  });

  test('includes reverts of others’ changes, and changes that were restored', () => {
    const good = write('editor', 'good');
    const since = start();
    revertChange(by('trusted'), good);
    revertAll(by('moderator'), 'trusted', since);
    expect(textOf()).toBe('good');
    const bad = write('new', 'bad');
    revertChange(by('trusted'), bad);
    revertChange(by('editor-2'), newest());
    expect(textOf()).toBe('bad');
    revertAll(by('moderator'), 'new', since);
    expect(textOf()).toBe('good');
  });

  test('is reverted by moderators only', () => {
    write('new', 'stays');
    for (const account of ['new', 'editor', 'trusted', 'nobody']) {
      expect(() => revertAll(by(account), 'new', start())).toThrow(PermissionError);
    }
    expect(textOf()).toBe('stays');
  });

  beforeAll(() => {
    insertAccount('editor-2', 'trusted');
  });
});
