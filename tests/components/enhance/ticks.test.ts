import { expect, test } from 'vitest';
import { addTick, parseTicks, removeTick, type Tick } from '@/components/enhance/ticks';
import { MOST_COMPARED } from '@/lib/comparison/selection';

const celery = { slug: 'celery', title: 'Celery' };
const huey = { slug: 'huey', title: 'Huey' };
const many = Array.from({ length: 60 }, (_, index): Tick => ({
  slug: `package-${index}`,
  title: `Package ${index}`,
}));

test('what was stored is read as it was', () => {
  expect(parseTicks(JSON.stringify([celery, huey]))).toEqual([celery, huey]);
});

test.each([
  null,
  '',
  'rubbish',
  '{"slug":"celery","title":"Celery"}',
  '"celery"',
  'null',
  '7',
  '[null, 7, "celery", [], {}]',
  '[{"slug":"celery"}, {"title":"Celery"}, {"slug":1,"title":"Celery"}, {"slug":"","title":""}]',
])('%j holds no ticks', (text) => {
  expect(parseTicks(text)).toEqual([]);
});

test('what is no tick does not spoil those beside it, and more about one is dropped', () => {
  const stored = [null, { ...celery, isEvil: true }, { slug: 1 }, huey];
  expect(parseTicks(JSON.stringify(stored))).toEqual([celery, huey]);
});

test('each package is kept once, and no more of them than can be compared', () => {
  expect(parseTicks(JSON.stringify([celery, huey, celery]))).toEqual([celery, huey]);
  expect(parseTicks(JSON.stringify(many))).toEqual(many.slice(0, MOST_COMPARED));
});

test('a tick comes last, once, and only while there is room', () => {
  expect(addTick([celery], huey)).toEqual([celery, huey]);
  expect(addTick([celery, huey], celery)).toEqual([celery, huey]);
  const full = many.slice(0, MOST_COMPARED);
  expect(addTick(full, celery)).toEqual(full);
});

test('a tick is removed by its slug', () => {
  expect(removeTick([celery, huey], 'celery')).toEqual([huey]);
  expect(removeTick([celery], 'huey')).toEqual([celery]);
});
