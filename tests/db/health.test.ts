import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { findCatalogueLoad } from '@/db/queries/catalogue';
import { countByHealth, listHealthBefore, listHealthInputs } from '@/db/queries/health';
import { findPackage, listPackages } from '@/db/queries/packages';
import { packages } from '@/db/schema';
import { judgeAgain, refreshHealth } from '@/db/writes/health';
import { judgeHealth } from '@/lib/scoring/health';
import { trendOf } from '@/lib/scoring/trend';
import { DAY_ZONE, MICROS_PER_DAY, parseTime } from '@/lib/time';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

/** Computed as of the day of the catalogue, since its data gets too old over the years. */
const reference = parseTime('2026-11-21', DAY_ZONE) ?? 0;
const judgeAll = () => refreshHealth(reference);

const all = () => database().select().from(packages).all();
const healthOf = (slug: string) => findPackage(slug)?.package.health ?? null;

test('seeding computes the health of every package at the time of seeding', () => {
  const loadedAt = findCatalogueLoad()?.loadedAt;
  expect(all().map(({ healthAt }) => healthAt)).toEqual(all().map(() => loadedAt));
  expect(listHealthBefore((loadedAt ?? 0) + 1)).toHaveLength(186);
  expect(listHealthBefore(loadedAt ?? 0)).toHaveLength(0);
});

test('stored health and trend equal what the criteria give at the same time', () => {
  const facts = new Map(listHealthInputs().map((it) => [it.id, it]));
  for (const { id, slug, health, healthAt, trend } of all()) {
    const own = facts.get(id);
    if (!own) throw new Error(`There are no facts of ${slug}.`);
    const clock = { now: healthAt ?? 0, zone: DAY_ZONE };
    const report = judgeHealth(own, clock);
    expect(report.health, slug).toBe(health);
    expect(report.judged.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(report.met);
    expect(trendOf(own, clock), slug).toBe(trend);
  }
});

test('health can be computed as of the day of the catalogue', () => {
  expect(judgeAll()).toBe(186);
  expect(all().every(({ healthAt }) => healthAt === reference)).toBe(true);
});

test('most packages have a health score, good and poor ones among them', () => {
  const known = all().flatMap(({ health }) => health ?? []);
  expect(known.length).toBeGreaterThan(120);
  expect(Math.min(...known)).toBeLessThan(25);
  expect(Math.max(...known)).toBe(100);
});

test.each([
  ['celery', 'django-celery-email'],
  ['django-allauth', 'django-threaded-messages'],
  ['channels', 'swampdragon'],
  ['wagtail', 'shuup'],
  ['django-debug-toolbar', 'nplusone'],
  ['huey', 'django-lightweight-queue'],
])('%s is far healthier than %s, which is no longer developed', (alive, ended) => {
  expect(healthOf(alive)).toBeGreaterThan(75);
  expect(healthOf(ended)).not.toBeNull();
  expect(healthOf(ended)).toBeLessThan(50);
});

test('the health of a package without repository data is unknown', () => {
  expect(findPackage('django-celery')?.package.commitsAsOf).toBeNull();
  expect(healthOf('django-celery')).toBeNull();
});

test('sorting by health descending puts the healthiest first and unknown last', () => {
  const sorted = listPackages({}, '-health', { limit: 500, offset: 0 });
  const healths = sorted.map(({ health }) => health);
  expect(healths).toEqual(healths.toSorted((a, b) => (b ?? -1) - (a ?? -1)));
  expect(healths[0]).toBe(100);
  expect(healths.at(-1)).toBeNull();
});

test('counts by health cover all active packages', () => {
  const counts = countByHealth();
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(185);
  expect(counts[0]?.health).toBeNull();
  const active = all().filter(({ isActive }) => isActive);
  for (const { health, count } of counts) {
    expect(active.filter((it) => it.health === health)).toHaveLength(count);
  }
});

test('releases are known up to the last check of PyPI, tags up to the last fetch', () => {
  const onPypi = findPackage('celery')?.package.id ?? 0;
  const tagged = all().find((item) => item.latestVersionId === null && item.snapshotAt !== null);
  const [first, second] = [onPypi, tagged?.id ?? 0].map((id) => listHealthInputs([id])[0]);
  expect(first?.releasesAsOf).toBe(reference);
  expect(second?.releasesAsOf).toBe(tagged?.snapshotAt);
});

test('refreshing one package leaves the others unchanged', () => {
  const celery = findPackage('celery')?.package;
  const [id, before] = [celery?.id ?? 0, celery?.healthAt ?? 0];
  const later = before + MICROS_PER_DAY;
  database().update(packages).set({ isArchived: true }).where(eq(packages.id, id)).run();
  expect(refreshHealth(later, [id])).toBe(1);
  expect(findPackage('celery')?.package).toMatchObject({ healthAt: later });
  expect(healthOf('celery')).toBeLessThan(celery?.health ?? 0);
  expect(findPackage('huey')?.package.healthAt).toBe(before);
  expect(listHealthBefore(later)).toHaveLength(185);
});

test('refreshing all updates what changed with time, and is not an edit', () => {
  const before = findPackage('wagtail')?.package;
  const later = (before?.healthAt ?? 0) + 600 * MICROS_PER_DAY;
  expect(refreshHealth(later)).toBe(186);
  const after = findPackage('wagtail')?.package;
  expect(after).toMatchObject({ healthAt: later, modifiedAt: before?.modifiedAt, trend: null });
  expect(after?.health).not.toBe(before?.health);
});

test('refreshing none does nothing', () => {
  expect(refreshHealth(1, [])).toBe(0);
  expect(refreshHealth(1, [999_999_999])).toBe(0);
  expect(listHealthBefore(2)).toHaveLength(0);
});

const day = MICROS_PER_DAY;

/** Number of rows written by this connection so far. */
const written = () =>
  Number(database().$client.prepare('select total_changes()').pluck().get() ?? 0);

test('health computed less than a day ago is not recomputed', () => {
  refreshHealth(reference);
  expect(judgeAgain(reference + day)).toEqual({ judged: 0, changed: 0 });
});

test('a day later only changed values are written', () => {
  refreshHealth(reference);
  const before = new Map(all().map((it) => [it.id, it]));
  const start = written();
  const { judged, changed } = judgeAgain(reference + 2 * day);
  expect(judged).toBe(186);
  expect(changed).toBeLessThan(20);
  expect(written() - start).toBe(changed);

  const facts = new Map(listHealthInputs().map((it) => [it.id, it]));
  const clock = { now: reference + 2 * day, zone: DAY_ZONE };
  for (const it of all()) {
    const [own, was] = [facts.get(it.id), before.get(it.id)];
    if (!own || !was) throw new Error(`There are no facts of ${it.slug}.`);
    expect(it.health, it.slug).toBe(judgeHealth(own, clock).health);
    expect(it.trend, it.slug).toBe(trendOf(own, clock));
    const isSame = was.health === it.health && was.trend === it.trend;
    expect(it.healthAt, it.slug).toBe(isSame ? reference : clock.now);
  }
});

test('a package that changed with time is recomputed, and again only after another change', () => {
  refreshHealth(reference);
  const later = reference + 300 * day;
  expect(judgeAgain(later).changed).toBeGreaterThan(20);
  expect(judgeAgain(later)).toEqual({ judged: 0, changed: 0 });
  expect(judgeAgain(later + 2 * day).judged).toBe(186);
});

test('an unchanged value is stored again after a week, so its date is never old', () => {
  refreshHealth(reference);
  judgeAgain(reference + 7 * day);
  expect(all().every(({ healthAt }) => healthAt === reference + 7 * day)).toBe(true);
});

test('a package without health is computed', () => {
  refreshHealth(reference);
  database()
    .update(packages)
    .set({ healthAt: null, health: null, trend: null })
    .where(eq(packages.slug, 'celery'))
    .run();
  expect(judgeAgain(reference)).toEqual({ judged: 1, changed: 1 });
  expect(findPackage('celery')?.package.healthAt).toBe(reference);
});
