import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFields, type RecordFields } from '@/lib/revisions/changed-fields';
import { replay, rewind, type Step } from '@/lib/revisions/replay';

const names = ['title', 'isLocked', 'package 1', 'feature 2', 'cell 2 1'];
const value = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.record({ text: fc.string() }),
);
const fields = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...names), value), { selector: ([name]) => name })
  .map((entries): RecordFields => Object.fromEntries(entries));
/** A record after each change; it may be deleted and added again. */
const states = fc.array(fc.option(fields, { nil: undefined, freq: 6 }), { minLength: 1 });

/** The revisions between these states, which have only what changed, as they come back from the database. */
function stepsBetween(all: (RecordFields | undefined)[]): Step[] {
  return all.slice(1).flatMap((after, index): Step[] => {
    const changed = changedFields(all[index], after);
    return changed === undefined ? [] : [structuredClone(changed)];
  });
}

describe('the revisions of a record', () => {
  test('walked backwards from the present give every earlier state, and forwards the present again', () => {
    fc.assert(
      fc.property(states, fc.nat(), (all, place) => {
        const past = place % all.length;
        const steps = stepsBetween(all.slice(past));
        const [then, present] = [all[past], all.at(-1)];
        expect(rewind(present, steps)).toEqual(then);
        expect(replay(then, steps)).toEqual(present);
        expect(replay(rewind(present, steps), steps)).toEqual(present);
      }),
      { numRuns: 1000 },
    );
  });

  test('leave what they don’t name as it is', () => {
    const step = { before: { title: 'A', note: 'x' }, after: { title: 'B', link: 'y' } };
    expect(rewind({ title: 'B', link: 'y', other: 1 }, [step])).toEqual({
      ...{ title: 'A', note: 'x', other: 1 },
    });
    expect(replay({ title: 'A', note: 'x', other: 1 }, [step])).toEqual({
      ...{ title: 'B', link: 'y', other: 1 },
    });
  });

  test('a record that was added did not exist before, and a deleted one has all its fields before', () => {
    const added = { before: null, after: { title: 'A' } };
    const deleted = { before: { title: 'A' }, after: null };
    expect(rewind({ title: 'A' }, [added])).toBeUndefined();
    expect(rewind(undefined, [added, deleted])).toBeUndefined();
    expect(rewind(undefined, [deleted])).toEqual({ title: 'A' });
    expect(replay(undefined, [added, deleted])).toBeUndefined();
  });
});
