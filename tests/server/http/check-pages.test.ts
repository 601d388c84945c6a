import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkPages } from '@/server/http/health/check-pages';

let told = '';

beforeEach(() => {
  told = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('pages are ok once one was rendered, and unknown before that', async () => {
  const pages = checkPages(() => Promise.resolve(200));
  expect(pages.last()).toBe('unknown');
  expect(await pages.check()).toBe('ok');
  expect(pages.last()).toBe('ok');
  expect(told).toBe('');
});

test.each([
  [
    'answers with a fault',
    () => Promise.resolve(500),
    "Pages can't be rendered: the status is 500\n",
  ],
  ['is not there', () => Promise.resolve(404), "Pages can't be rendered: the status is 404\n"],
  [
    'fails',
    () => Promise.reject(new Error('no such table: categories')),
    "Pages can't be rendered: Error: no such table: categories\n",
  ],
  [
    'never comes',
    () => new Promise<number>(() => undefined),
    "Pages can't be rendered: Error: A page took longer than 0.02 seconds.\n",
  ],
])('pages are failing if one %s, and the log says why', async (_, render, reason) => {
  const pages = checkPages(render, { patience: 20 });
  expect(await pages.check()).toBe('failing');
  expect(pages.last()).toBe('failing');
  expect(told).toBe(reason);
});

test('frequent checks render no more than one page per interval', async () => {
  vi.useFakeTimers();
  let rendered = 0;
  const pages = checkPages(
    () => {
      rendered += 1;
      return Promise.resolve(rendered === 1 ? 200 : 500);
    },
    { every: 10_000 },
  );
  const all = await Promise.all([pages.check(), pages.check(), pages.check()]);
  expect(all).toEqual(['ok', 'ok', 'ok']);
  await vi.advanceTimersByTimeAsync(9000);
  expect(await pages.check()).toBe('ok');
  expect(rendered).toBe(1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await pages.check()).toBe('failing');
  expect(rendered).toBe(2);
});
