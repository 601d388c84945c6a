import { expect, test } from 'vitest';
import * as route from '@/app/api/v4/check/route';
import { checkSchema } from '@/lib/api/schemas/check';
import { useShippedCatalogue } from '@/tests/tools/database';
import { ask } from './ask';

useShippedCatalogue();

async function check(text: string) {
  const answer = await ask(route, `/api/v4/check/?packages=${encodeURIComponent(text)}`);
  expect(answer.status).toBe(200);
  return checkSchema.parse(answer.document());
}

test.each([
  ['celerey==5.3', 'celery'],
  ['git+https://github.com/nobody/djang-redis.git', 'django-redis'],
  ['django_debug_tolbar>=4', 'django-debug-toolbar'],
])('suggests similar names for unlisted projects: %s', async (text, slug) => {
  const { results } = await check(text);
  expect(results[0]).toMatchObject({ is_listed: false, package: null });
  expect(results[0]?.nearest?.length).toBeLessThanOrEqual(3);
  const [first] = results[0]?.nearest ?? [];
  expect(first?.slug).toBe(slug);
  expect(first?.url).toMatch(/\/api\/v4\/packages\/\d+\/$/);
});

test('suggests no names for listed projects or without similar ones', async () => {
  const { results } = await check('celery,zzzzzzzz');
  expect(results.map((result) => result.nearest)).toEqual([[], []]);
});

test('looks up similar names for up to 50 projects', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `celerey${index}`);
  const { results } = await check(names.join());
  expect(results.map((result) => result.nearest === null)).toEqual(
    names.map((_, index) => index >= 50),
  );
});
