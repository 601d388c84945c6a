import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '@/db/client';
import { cells, grids, gridPackages, packages } from '@/db/schema';
import { indexGrids, indexPackages } from '@/db/writes/search-index';
import { now } from '@/lib/time';
import { markOf } from './marks';
import { target, type Target } from './targets';
import type { Write } from './writer';

/** Runs in a separate process: changes one record of DATABASE_PATH after another, and reports each change once committed. */

const [seconds = '', ...words] = process.argv.slice(2);
const targets = z.array(target).parse(words.map((word): unknown => JSON.parse(word)));

function changePackage(slug: string, version: number): void {
  const db = database();
  const changed = db
    .update(packages)
    .set({
      repoWatchers: sql`ifnull(${packages.repoWatchers}, 0) + 1`,
      repoDescription: markOf(version),
      repoFiguresAt: now(),
      modifiedAt: now(),
    })
    .where(eq(packages.slug, slug))
    .returning({ id: packages.id })
    .all();
  indexPackages(changed.map(({ id }) => id));
}

function changeGrid(slug: string, version: number): void {
  const db = database();
  const cell = db
    .select({ id: cells.id, gridId: grids.id })
    .from(cells)
    .innerJoin(grids, eq(grids.id, cells.gridId))
    .innerJoin(gridPackages, eq(gridPackages.id, cells.gridPackageId))
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(and(eq(grids.slug, slug), eq(packages.isActive, true)))
    .orderBy(asc(cells.id))
    .limit(1)
    .get();
  if (!cell) throw new Error(`The grid ${slug} has no cell to change.`);
  db.update(cells)
    .set({ text: markOf(version), modifiedAt: now() })
    .where(eq(cells.id, cell.id))
    .run();
  db.update(grids).set({ modifiedAt: now() }).where(eq(grids.id, cell.gridId)).run();
  indexGrids([cell.gridId]);
}

const changes = { package: changePackage, grid: changeGrid };

/** What responses must contain from now on. */
function write({ kind, slug }: Target): Write {
  const { $client: client } = database();
  const change = client.transaction(() => {
    const version = Number(client.pragma('user_version', { simple: true })) + 1;
    changes[kind](slug, version);
    client.pragma(`user_version = ${version}`);
    return version;
  });
  return { target: { kind, slug }, version: change.immediate() };
}

let turn = 0;
setInterval(
  () => {
    const next = targets[turn++ % targets.length];
    if (next) process.send?.(write(next));
  },
  Number(seconds) * 1000,
);
