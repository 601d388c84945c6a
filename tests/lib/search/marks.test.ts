import { expect, test } from 'vitest';
import { hasMarks, markWords } from '@/lib/search/marks';

const signIn = [[['login'], ['sign', 'in']]];

test.each([
  [signIn, '[Sign in] with GitHub in seconds. [Login].'],
  [signIn, 'Running in a thread, with a sign of it'],
  [signIn, 'Signing in. A good sign. In time, [sign-in]'],
  [[[['n', '1'], ['nplusone']]], 'Finds [n+1] queries, 1 of n'],
  [[[['2fa'], ['one', 'time', 'password']]], 'A [one time password] at a time'],
  [[[['pytest']], [['django']]], '[pytestDjango], [pytest]-[django], py_test'],
  [[[['task']], [['queue']]], '[Tasks] and [task] [queues]'],
  [[[['模板']]], '简单界面 Django后台[模板]'],
  [[[['模板']]], '板模, 模 and 板'],
  [[[['검색']]], '한국어[검색] 엔진'],
  [[[['ガイ']]], '[ガイ]ドとカイト'],
  [[[['ไทย']]], 'ภาษา[ไทย]'],
  [[[['creme']]], '[Crème] brûlée'],
  [[[['a']]], ''],
  [[], 'Nothing'],
])('%j is highlighted in %j', (groups, marked) => {
  const text = marked.replace(/[[\]]/g, '');
  const parts = markWords(text, groups);
  expect(parts.map((it) => (it.isMarked ? `[${it.text}]` : it.text)).join('')).toBe(marked);
});

const marked = (text: string, ...words: string[]) =>
  markWords(
    text,
    words.map((word) => [[word]]),
  )
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

test.each([
  ['A task queue for Django', 'A [task] [queue] for Django'],
  ['task-queue', '[task]-[queue]'],
  ['(task) queue.', '([task]) [queue].'],
  ['tasks, queues; and more', '[tasks], [queues]; and more'],
  ['task 3.11 queue', '[task] 3.11 [queue]'],
  ['1task-2queue', '1task-2queue'],
  ['task', '[task]'],
  ['  task  ', '  [task]  '],
  ['---', '---'],
  ['', ''],
])('words in %j are highlighted as %j', (text, expected) => {
  expect(marked(text, 'task', 'queue')).toBe(expected);
});

test('a text with a highlighted word has marks', () => {
  expect(hasMarks('Sign in with GitHub', signIn)).toBe(true);
  expect(hasMarks('A sign of it in a thread', signIn)).toBe(false);
  expect(hasMarks('Anything', [])).toBe(false);
});

test('the parts add up to the text', () => {
  const text = 'A 1.5 task-queue (für Django 5.2), 🚀 -- "tasks"!';
  const parts = markWords(text, [[['task']]]);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});
