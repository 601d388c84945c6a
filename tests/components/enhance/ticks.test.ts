import { expect, test } from 'vitest';
import { addTick, parseTicks, removeTick, type Tick } from '@/components/enhance/ticks';
import { MOST_COMPARED } from '@/lib/comparison/selection';

const celery = { slug: 'celery', title: 'Celery' };
const huey = { slug: 'huey', title: 'Huey' };
const many = Array.from({ length: 60 }, (_, index): Tick => ({
  slug: `package-${index}`,
  title: `Package ${index}`,
}));

test('reads stored ticks unchanged', () => {
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
])('%j has no ticks', (text) => {
  expect(parseTicks(text)).toEqual([]);
});

test('drops invalid ticks and unknown fields, and keeps the rest', () => {
  const stored = [null, { ...celery, isEvil: true }, { slug: 1 }, huey];
  expect(parseTicks(JSON.stringify(stored))).toEqual([celery, huey]);
});

test('keeps each package once, up to the number that can be compared', () => {
  expect(parseTicks(JSON.stringify([celery, huey, celery]))).toEqual([celery, huey]);
  expect(parseTicks(JSON.stringify(many))).toEqual(many.slice(0, MOST_COMPARED));
});

test('adds a tick at the end, once, while there is room', () => {
  expect(addTick([celery], huey)).toEqual([celery, huey]);
  expect(addTick([celery, huey], celery)).toEqual([celery, huey]);
  const full = many.slice(0, MOST_COMPARED);
  expect(addTick(full, celery)).toEqual(full);
});

test('removes a tick by slug', () => {
  expect(removeTick([celery, huey], 'celery')).toEqual([huey]);
  expect(removeTick([celery], 'huey')).toEqual([celery]);
});
