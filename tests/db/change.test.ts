import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findHits } from '@/db/queries/search';
import { findPackage } from '@/db/queries/packages';
import { accounts, cells, changes, gridPackages, grids, packages, revisions } from '@/db/schema';
import { change, type RecordRef } from '@/db/writes/change';
import { updatePackage } from '@/db/writes/packages';
import { readQuery } from '@/lib/search/query';
import { parseTime } from '@/lib/time';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const now = parseTime('2026-11-20T10:00:00Z', 'UTC') ?? 0;
const options = { actor: 'ada', source: 'site', comment: 'It is so.', now } as const;

const celery = findPackage('celery')?.package;
const id = celery?.id ?? 0;
const record: RecordRef = { kind: 'package', id };
const [member] = database().select().from(gridPackages).where(eq(gridPackages.packageId, id)).all();
const gridId = member?.gridId ?? 0;

const listRevisions = () => database().select().from(revisions).orderBy(revisions.id).all();
const listChanges = () => database().select().from(changes).all();

beforeAll(() => {
  const at = new Date(now / 1000);
  const times = { createdAt: at, updatedAt: at };
  database()
    .insert(accounts)
    .values({ id: 'ada', name: 'Ada', signInKey: 'ada@local.invalid', ...times })
    .run();
});

beforeEach(() => {
  database().delete(revisions).run();
  database().delete(changes).run();
});

test('a change stores who made it, why, and the fields before and after', () => {
  change(options, (it) => {
    it.record([record], () => {
      updatePackage(id, { title: 'Celery 2', repoWatchers: 5 });
    });
  });
  expect(listChanges()).toMatchObject([
    { actor: 'ada', source: 'site', comment: 'It is so.', at: now },
  ]);
  // A change of stars is not an edit.
  expect(listRevisions()).toMatchObject([
    {
      ...{ kind: 'package', recordId: id },
      before: { title: 'Celery' },
      after: { title: 'Celery 2' },
    },
  ]);
});

test('search index, newest release, health and list figures are updated', () => {
  const before = findPackage('celery')?.package;
  change(options, (it) => {
    it.record([record], () => {
      updatePackage(id, { title: 'Quaggamire', repoWatchers: 123_456, lastCommitAt: now });
      database().run(
        sql`update versions set is_hidden = 1 where number = ${before?.lastReleaseNumber} and package_id = ${id}`,
      );
    });
  });
  const after = findPackage('celery')?.package;
  expect(findHits(readQuery('quaggamire')).hits.map(({ slug }) => slug)).toContain('celery');
  expect(after).toMatchObject({ repoWatchers: 123_456, lastCommitAt: now, healthAt: now });
  expect(after?.lastReleaseNumber).not.toBe(before?.lastReleaseNumber);
  expect(after?.health).not.toBe(before?.health);
});

test('keeps the last reading of each figure of a week', () => {
  const read = (repoFiguresAt: number, repoWatchers: number) => {
    change(options, (it) => {
      it.touch(record);
      updatePackage(id, { repoWatchers, repoFiguresAt });
    });
  };
  const day = 86_400_000_000;
  read(now, 10);
  change(options, (it) => {
    it.touch(record);
    updatePackage(id, { downloads: 5000, downloadsAt: now });
  });
  read(now + day, 11);
  read(now + 7 * day, 20);
  const samples = database().all(
    sql`select week, stars, downloads from weekly_metrics where package_id = ${id} and week >= ${now - 7 * day} order by week`,
  );
  const monday = parseTime('2026-11-16T00:00:00Z', 'UTC') ?? 0;
  expect(samples).toEqual([
    { week: monday, stars: 11, downloads: 5000 },
    { week: monday + 7 * day, stars: 20, downloads: null },
  ]);
});

test('a change without differences stores nothing', () => {
  change(options, (it) => {
    it.record([record], () => {
      updatePackage(id, { pypiName: findPackage('celery')?.package.pypiName });
    });
  });
  expect([listChanges(), listRevisions()]).toEqual([[], []]);
});

test('each package, feature and cell of a grid is a field', () => {
  const cell = database()
    .select()
    .from(cells)
    .where(eq(cells.gridPackageId, member?.id ?? 0))
    .get();
  const name = `cell ${cell?.featureId ?? 0} ${id}`;
  change(options, (it) => {
    it.record([{ kind: 'grid', id: gridId }], () => {
      database()
        .update(cells)
        .set({ text: 'certainly' })
        .where(eq(cells.id, cell?.id ?? 0))
        .run();
    });
  });
  const { text, evidence } = cell ?? {};
  expect(listRevisions()).toMatchObject([
    { before: { [name]: { text, evidence } }, after: { [name]: { text: 'certainly', evidence } } },
  ]);
});

test('an added or deleted record is stored in full', () => {
  const grid = { slug: 'new', title: 'New', createdAt: now, modifiedAt: now };
  const ref: RecordRef = { kind: 'grid', id: 5_000_000 };
  change(options, (it) => {
    it.record([ref], () => {
      database()
        .insert(grids)
        .values({ ...grid, id: ref.id })
        .run();
    });
  });
  change(options, (it) => {
    it.record([ref], () => {
      database().delete(grids).where(eq(grids.id, ref.id)).run();
    });
  });
  const fields = { slug: 'new', title: 'New', description: '', isLocked: false, isHeader: false };
  expect(listRevisions()).toMatchObject([
    { before: null, after: fields },
    { before: fields, after: null },
  ]);
  expect(listChanges()).toHaveLength(2);
});

test('nothing is stored if anything throws', () => {
  const rows = () => database().select().from(packages).where(eq(packages.id, id)).get();
  const before = rows();
  const fail = () => {
    change(options, (it) => {
      it.record([record], () => {
        updatePackage(id, { title: 'Half' });
      });
      throw new Error('no');
    });
  };
  expect(fail).toThrow('no');
  expect([rows(), listChanges(), listRevisions()]).toEqual([before, [], []]);
});

test('figures in lists equal those of the package, for the whole catalogue', () => {
  const differing = database().all(sql`
    select slug from packages join repositories as r on r.package_id = packages.id
    join pypi_projects as p on p.package_id = packages.id
    where (repo_description, repo_watchers, repo_forks, repo_figures_at, licence, packages.last_commit_at,
      packages.commits_as_of, last_fetched_at, packages.snapshot_at, pypi_download_rank)
      is not (description, stars, forks, figures_at, license, r.last_commit_at, r.commits_as_of, fetched_at, r.snapshot_at, download_rank)`);
  expect(differing).toEqual([]);
});
