import { expect, test } from 'vitest';
import { deprecationFields } from '@/lib/edits/deprecation-fields';
import { DAY_ZONE, parseTime } from '@/lib/time';

const empty = { replacement: '', source: '', date: '' };

test('all of them may be empty', () => {
  expect(deprecationFields.parse(empty)).toEqual({ replacement: '', source: null, date: null });
});

test('a date is the first moment of its day', () => {
  const { date } = deprecationFields.parse({ ...empty, date: '2026-05-31' });
  expect(date).toBe(parseTime('2026-05-31', DAY_ZONE));
});

test.each([
  [{ date: '31.5.2026' }, 'date', 'must be a date such as'],
  [{ date: '2026-02-30' }, 'date', 'must be a date such as'],
  [{ date: '1969-01-01' }, 'date', 'must be a date such as'],
  [{ source: 'on their list' }, 'source', 'must be an address'],
  [{ source: 'javascript:alert(1)' }, 'source', 'must be an address'],
  [{ replacement: 'x'.repeat(201) }, 'replacement', 'must have at most 200 characters'],
])('%j is wrong', (changed, field, message) => {
  const { error } = deprecationFields.safeParse({ ...empty, ...changed });
  expect(error?.issues[0]).toMatchObject({ path: [field] });
  expect(error?.issues[0]?.message).toContain(message);
});
