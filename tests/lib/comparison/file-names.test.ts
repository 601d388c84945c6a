import { expect, test } from 'vitest';
import { comparisonFileName, fileDisposition } from '@/lib/comparison/file-names';

test.each([
  ['task-queues.csv', 'task-queues.csv', 'task-queues.csv'],
  ['a"b\r\nc.csv', 'a-b-c.csv', 'a%22b%0D%0Ac.csv'],
  ['größe.md', 'gro-e.md', 'gr%C3%B6%C3%9Fe.md'],
  ["it's (1).json", 'it-s-1-.json', 'it%27s%20%281%29.json'],
])('the file %j is %j for old clients, otherwise %j', (name, plain, full) => {
  expect(fileDisposition(name)).toBe(`inline; filename="${plain}"; filename*=UTF-8''${full}`);
});

test.each([
  [['huey', 'celery'], 'celery-vs-huey'],
  [['c', 'b', 'a'], 'a-vs-b-vs-c'],
  [['e', 'd', 'c', 'b', 'a'], 'a-vs-b-vs-c-and-2-more'],
])('a comparison of %j is named %s', (slugs, name) => {
  expect(comparisonFileName(slugs)).toBe(name);
});
