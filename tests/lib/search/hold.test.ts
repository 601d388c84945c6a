import { expect, test } from 'vitest';
import { coverOf, holdGroups, queryGroups } from '@/lib/search/hold';

const task = [['task'], ['queue'], ['background', 'task']];
const queue = [['queue'], ['task'], ['background', 'task']];
const scheduler = [['scheduler'], ['periodic', 'task']];

test.each([
  { text: 'task queue', groups: [task, queue], isAll: true, isTyped: true },
  { text: 'queue and worker task', groups: [task, queue], isAll: true, isTyped: true },
  // One word doesn't match two search words, however often it occurs.
  { text: 'django task task', groups: [task, queue], isAll: false, isTyped: false },
  { text: 'background task', groups: [task, queue], isAll: false, isTyped: false },
  { text: 'background task', groups: [task], isAll: true, isTyped: true },
  // Words that are not synonyms may share one.
  { text: 'periodic task', groups: [task, scheduler], isAll: true, isTyped: false },
  { text: 'task', groups: [task, task], isAll: true, isTyped: true },
  { text: 'task', groups: [], isAll: false, isTyped: false },
  { text: 'sign on in', groups: [[['login'], ['sign', 'in']]], isAll: false, isTyped: false },
  { text: 'sign in', groups: [[['login'], ['sign', 'in']]], isAll: true, isTyped: false },
  { text: 'authentication', groups: [[['auth'], ['authentication']]], isAll: true, isTyped: true },
])('whether "$text" contains $groups', ({ text, groups, isAll, isTyped }) => {
  expect(holdGroups(text.split(' '), queryGroups(groups))).toMatchObject({ isAll, isTyped });
});

test('a run of a script without spaces contains a word within it', () => {
  const groups = queryGroups([[['模板']]]);
  expect(holdGroups(['后', '台', '模', '板'], groups).places).toEqual(new Set([2, 3]));
  expect(holdGroups(['板', '模'], groups).isAll).toBe(false);
});

test.each([
  ['django task queue', [1, 2], 1],
  ['worker queue and task', [1, 3], 9 / 15],
  // That word is not meant.
  ['django', [0], 0],
  ['cache', [], 0],
])('of "%s" the places %j are a share of %d', (text, places, share) => {
  expect(coverOf(text.split(' '), new Set(places))).toBeCloseTo(share);
});
