import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as checkRoute from '@/app/api/v4/check/route';
import * as packageRoute from '@/app/api/v4/packages/[lookup]/route';
import * as versionsRoute from '@/app/api/v4/packages/[lookup]/versions/route';
import { GET as v3Package } from '@/app/api/v3/packages/[slug]/route';
import { GET as badge } from '@/app/badges/[file]/route';
import { database } from '@/db/client';
import { findHealthInput } from '@/db/queries/health';
import { listOutlinedPackages } from '@/db/queries/outline';
import { findPackage, listPackagesOf } from '@/db/queries/packages';
import { compared } from '@/db/queries/comparison';
import { packages } from '@/db/schema';
import { saveNewestRelease } from '@/db/writes/newest-release';
import { packageTable } from '@/server/import-export/export/tables';
import { listWarnings } from '@/lib/package/warnings';
import { askDocument } from '@/tests/tools/ask-document';
import { useShippedCatalogue } from '@/tests/tools/database';
import { ask } from './api/v4/ask';

useShippedCatalogue();

const version = z.object({ pypi_version: z.string().nullable() });
const checked = z.object({
  results: z.tuple([z.object({ package: z.object({ newest_version: z.string().nullable() }) })]),
});
const releases = z.object({
  results: z.array(z.object({ number: z.string(), is_prerelease: z.boolean() })),
});

/** The newest release of a package, as shown by each part of the site. */
async function readAll(slug: string) {
  const detail = findPackage(slug)?.package;
  const [listed] = listPackagesOf([detail?.id ?? 0]);
  const v4 = await ask(packageRoute, `/api/v4/packages/${slug}/`, { params: { lookup: slug } });
  const v3 = await askDocument(v3Package, `/api/v3/packages/${slug}/`, { slug });
  const name = detail?.pypiName ?? slug;
  const check = await ask(checkRoute, `/api/v4/check/?packages=${name}`);
  const rendered = await askDocument(badge, `/badges/${slug}.svg?show=version`, {
    file: `${slug}.svg`,
  });
  const own = database()
    .select({ number: compared.lastReleaseNumber })
    .from(packages)
    .where(sql`slug = ${slug}`)
    .get();
  const csv = Array.from(packageTable()).find((row) => row.split(',')[1] === slug);
  return {
    page: detail?.lastReleaseNumber,
    list: listed?.lastReleaseNumber,
    compared: own?.number,
    v4: version.parse(v4.document()).pypi_version,
    v3: version.parse(JSON.parse(v3.text)).pypi_version,
    check: checked.parse(check.document()).results[0].package.newest_version,
    badge: /<title>version: (.*)<\/title>/.exec(rendered.text)?.[1],
    llms: listOutlinedPackages(1000).find((it) => it.slug === slug)?.version,
    csv: csv?.includes(`,${detail?.lastReleaseNumber},`),
  };
}

const allSaying = (number: string) => ({
  page: number,
  list: number,
  compared: number,
  v4: number,
  v3: number,
  check: number,
  badge: number,
  llms: number,
  csv: true,
});

test.each([
  ['celery', '5.7.0'],
  ['django-autocomplete-light', '5.0.0'],
  ['shuup', '3.1.0'],
  ['ralph', '2.3.1'],
  ['django-tagging__maintained', '0.5.0'],
  ['django-cms', '5.1.3'],
  ['django-treebeard', '7.0.3'],
  ['django-rules', '3.5'],
])('the newest release of %s is the same everywhere', async (slug, number) => {
  expect(await readAll(slug)).toEqual(allSaying(number));
});

/** Replaces the releases of a package: `2.0 pypi hidden`, one day apart, the last one yesterday. */
function replaceReleases(slug: string, texts: string[], reported: string | null) {
  const db = database();
  const id = findPackage(slug)?.package.id ?? 0;
  db.run(sql`delete from versions where package_id = ${id}`);
  for (const [index, text] of texts.entries()) {
    const [number, ...notes] = text.split(' ');
    const at = (Date.now() - (texts.length - index) * 86_400_000) * 1000;
    db.run(sql`insert into versions (package_id, number, released_at, source, is_hidden) values
      (${id}, ${number}, ${at}, ${notes.includes('pypi') ? 'pypi' : 'tag'}, ${notes.includes('hidden') ? 1 : 0})`);
  }
  db.run(sql`update packages set latest_version_id =
    (select id from versions where package_id = ${id} and number = ${reported}) where id = ${id}`);
  saveNewestRelease(id);
}

test.each([
  ['a backport a day later', ['5.0.0 pypi', '4.2.9 pypi'], '5.0.0', '5.0.0'],
  ['a backport that was reported last', ['5.0.0 pypi', '4.2.9 pypi'], '4.2.9', '5.0.0'],
  ['a candidate that was reported', ['1.9 pypi', '2.0rc1 pypi'], '2.0rc1', '1.9'],
  ['an invalid version was reported', ['1.9', 'nightly pypi'], 'nightly', '1.9'],
  ['a withdrawn one was reported', ['1.9 pypi', '2.0 pypi hidden'], '2.0', '1.9'],
  ['an epoch', ['1!0.1 pypi', '2026.1 pypi'], '2026.1', '1!0.1'],
  ['a tag that is reported, and a higher one', ['9.9', '1.0'], '1.0', '1.0'],
])('with %s, the highest final release is shown everywhere', async (_, texts, reported, number) => {
  replaceReleases('huey', texts, reported);
  expect(await readAll('huey')).toEqual(allSaying(number));
});

test('the newest release is unknown everywhere if no version can be parsed', async () => {
  replaceReleases('huey', ['nightly pypi', 'release-3'], 'nightly');
  expect(await readAll('huey')).toMatchObject({
    page: null,
    list: null,
    compared: null,
    v4: null,
    v3: null,
    check: null,
    badge: 'unknown',
    llms: null,
  });
});

test('the API has no PyPI version of a package that is not on PyPI', async () => {
  const v4 = await ask(packageRoute, '/api/v4/packages/saleor/', { params: { lookup: 'saleor' } });
  expect(findPackage('saleor')?.package.lastReleaseNumber).toBe('3.23.28');
  expect(version.parse(v4.document()).pypi_version).toBeNull();
});

test('the list of releases starts with the newest, and distinguishes pre-releases', async () => {
  replaceReleases(
    'huey',
    ['2.0-SNAPSHOT', '5.0.0 pypi', '4.2.9 pypi', '5.1rc1', 'nightly'],
    '5.0.0',
  );
  const answer = await ask(versionsRoute, '/api/v4/packages/huey/versions/', {
    params: { lookup: 'huey' },
  });
  expect(releases.parse(answer.document()).results).toEqual([
    { number: '5.1rc1', is_prerelease: true },
    { number: '5.0.0', is_prerelease: false },
    { number: '4.2.9', is_prerelease: false },
    { number: 'nightly', is_prerelease: true },
    { number: '2.0-SNAPSHOT', is_prerelease: true },
  ]);
});

test('a fix for an older version counts as activity but not as the newest release', () => {
  replaceReleases('huey', ['5.0.0 pypi', '4.2.9 pypi'], '5.0.0');
  database().run(
    sql`update versions set released_at = released_at - 800 * 86400000000 where number = '5.0.0'`,
  );
  const it = findPackage('huey')?.package;
  saveNewestRelease(it?.id ?? 0);
  const facts = findHealthInput(it?.id ?? 0);
  expect([it?.lastReleaseNumber, facts?.lastReleaseNumber]).toEqual(['5.0.0', '4.2.9']);
  const warnings = facts
    ? listWarnings(
        { ...facts, deprecatedAt: null, archivedAt: null },
        { now: Date.now() * 1000, zone: 'UTC' },
      )
    : [];
  expect(warnings.map(({ key }) => key)).not.toContain('no_release');
});
