import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findCell } from '@/db/queries/cells';
import { listFeatures } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { listChanges, listRevisionsOf } from '@/db/queries/history';
import { findPackage } from '@/db/queries/packages';
import { findRecordFields } from '@/db/queries/record-fields';
import { changes, revisions } from '@/db/schema';
import { saveCell } from '@/db/writes/cells';
import { addFeatures, removeFeature } from '@/db/writes/features';
import { addToGrid, removeFromGrid, saveGrid } from '@/db/writes/grids';
import { revertChange } from '@/db/writes/revert';
import { ConflictError } from '@/lib/edits/conflict';
import { MissingError } from '@/lib/edits/missing';
import type { RecordFields } from '@/lib/revisions/changed-fields';
import { now } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

/** Random interleavings of two editors; all of them together are 1,000. */
const [RUNS, STEPS] = [50, 20];

const gridId = findGrid('chat')?.id ?? 0;
const packageIds = ['celery', 'channels', 'django_private_chat2'].map(
  (slug) => findPackage(slug)?.package.id ?? 0,
);
const editors = ['ada', 'bob'] as const;

beforeAll(() => {
  for (const name of editors) insertAccount(name, 'trusted');
});

type Opened = Map<string, Record<string, unknown>>;

const who = fc.constantFrom(...editors);
const place = fc.record({ feature: fc.nat(5), packageId: fc.constantFrom(...packageIds) });
const step = fc.oneof(
  // What an editor has open is as it was then; `save` may come much later.
  fc.record({ kind: fc.constant('open'), who, place }),
  fc.record({
    kind: fc.constant('save'),
    who,
    place,
    text: fc.constantFrom('yes', 'no', 'a', 'b', ''),
  }),
  fc.record({ kind: fc.constant('join'), who, packageId: fc.constantFrom(...packageIds) }),
  fc.record({ kind: fc.constant('leave'), who, packageId: fc.constantFrom(...packageIds) }),
  fc.record({ kind: fc.constant('add'), who }),
  fc.record({ kind: fc.constant('remove'), who, feature: fc.nat(5) }),
  fc.record({ kind: fc.constant('title'), who, text: fc.constantFrom('A', 'B', 'C') }),
  fc.record({ kind: fc.constant('revert'), who, back: fc.nat(3) }),
);
type Step = typeof step extends fc.Arbitrary<infer It> ? It : never;

const fields = () => findRecordFields('grid', gridId) ?? {};
const listAll = () => listChanges({ of: 'site' }, { limit: 1000, offset: 0 });

function take(it: Step, opened: Opened): void {
  const by = { accountId: it.who, comment: '', now: now() };
  const featureAt = (index: number) => {
    const all = listFeatures(gridId);
    return all[index % Math.max(all.length, 1)]?.id ?? 0;
  };
  switch (it.kind) {
    case 'open':
    case 'save': {
      if (!('place' in it)) return;
      const ref = { gridId, featureId: featureAt(it.place.feature), packageId: it.place.packageId };
      const key = `${it.who} ${ref.featureId} ${ref.packageId}`;
      const current = findCell(ref) ?? { text: '', evidence: '', comment: '' };
      if (!('text' in it)) {
        opened.set(key, current);
        return;
      }
      const seen = opened.get(key) ?? current;
      const isStale = seen['text'] !== current.text && current.text !== it.text;
      const save = () => {
        saveCell(
          by,
          ref,
          { text: it.text, evidence: '', comment: '' },
          { text: String(seen['text']) },
        );
      };
      // No update is lost: one that was not seen is never replaced.
      if (isStale) expect(save).toThrow(/.+/);
      else save();
      return;
    }
    case 'join':
      if ('packageId' in it) addToGrid(by, gridId, it.packageId);
      return;
    case 'leave':
      if ('packageId' in it) removeFromGrid(by, gridId, it.packageId);
      return;
    case 'add':
      addFeatures(by, gridId, [{ title: 'F', description: '', metric: null }]);
      return;
    case 'remove':
      if ('feature' in it) removeFeature(by, featureAt(it.feature));
      return;
    case 'title':
      if ('text' in it) saveGrid(by, gridId, { title: it.text, description: '' }, {});
      return;
    default:
      if ('back' in it) revertChange(by, listAll()[it.back]?.id ?? 0);
  }
}

/** Applies the revisions, oldest first, to the state before them. */
function replay(start: RecordFields): RecordFields {
  const state = { ...start };
  for (const { id } of listAll().toReversed()) {
    for (const { before, after } of listRevisionsOf(id)) {
      for (const name of Object.keys({ ...before, ...after })) {
        if (after && name in after) state[name] = after[name];
        else state[name] = undefined;
      }
    }
  }
  return state;
}

const sorted = (state: RecordFields) =>
  Object.entries(state)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

test('two editors never lose an update, the history replays to the same state, and reverts undo it', () => {
  let saved = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: STEPS, maxLength: STEPS }), (steps) => {
      database().delete(revisions).run();
      database().delete(changes).run();
      const start = fields();
      const opened: Opened = new Map();
      for (const it of steps) {
        try {
          take(it, opened);
        } catch (error) {
          if (!(error instanceof ConflictError || error instanceof MissingError)) throw error;
        }
      }
      const end = fields();
      expect(sorted(replay(start))).toEqual(sorted(end));

      // All changes, undone from the newest to the oldest, lead back; and undone again, forth.
      const all = listAll();
      saved += all.length;
      const undo = (ids: number[]) => {
        for (const id of ids) revertChange({ accountId: 'ada', comment: '', now: now() }, id);
      };
      undo(all.map(({ id }) => id));
      expect(sorted(fields())).toEqual(sorted(start));
      undo(
        listAll()
          .slice(0, all.length)
          .map(({ id }) => id),
      );
      expect(sorted(fields())).toEqual(sorted(end));
    }),
    { numRuns: RUNS },
  );
  expect(saved).toBeGreaterThan(RUNS * 4);
}, 120_000);
