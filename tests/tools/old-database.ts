import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import { ROOT } from '@/lib/root';

const journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

/** The current names of the tables that migration 0010 renamed. */
const renamed: Record<string, string> = { elements: 'cells', memberships: 'grid_packages' };

/** The current places of columns that migration 0009 moved or 0010 renamed. */
const moved: Record<string, string> = {
  membership_id: 'cells.grid_package_id',
  participants: 'repositories.participants',
  commits_over_52: 'repositories.commits_over_52',
  commit_count: 'repositories.commit_count',
  repo_figures_source: 'repositories.figures_source',
  figures_from: 'repositories.activity_source',
  snapshot_commit: 'repositories.snapshot_commit',
  requires_python: 'pypi_projects.requires_python',
  development_status: 'pypi_projects.development_status',
};

/**
 * Creates a database as of the migration `last`, such as `0008_release_first_seen`, with the rows of a current database except the search
 * index, which is rebuilt if it is missing.
 */
export function makeOldDatabase(
  path: string,
  { last, from }: { last: string; from: string },
): void {
  const old = new Sqlite(path);
  migrate(drizzle({ client: old }), { migrationsFolder: migrationsUpTo(last) });
  old.pragma('foreign_keys = OFF');
  old.prepare('attach ? as today').run(from);
  const today = namesIn(old, 'select name from today.sqlite_master where type = ?', 'table');
  const triggers = z
    .array(z.object({ name: z.string(), sql: z.string() }))
    .parse(old.prepare(`select name, sql from main.sqlite_master where type = 'trigger'`).all());
  old.transaction(() => {
    // Today's tables have the rows that triggers would add.
    for (const { name } of triggers) old.exec(`drop trigger ${name}`);
    for (const table of namesIn(
      old,
      'select name from main.sqlite_master where type = ?',
      'table',
    )) {
      const source = renamed[table] ?? table;
      if (/^(search_(?!synonyms)|sqlite_|__)/.test(table) || !today.includes(source)) continue;
      const columns = namesIn(old, 'select name from pragma_table_info(?)', table);
      const values = columns.map((name) => moved[name] ?? `${source}.${name}`);
      const beside =
        table === 'packages'
          ? 'join today.repositories on repositories.package_id = packages.id join today.pypi_projects on pypi_projects.package_id = packages.id'
          : '';
      old.exec(
        `insert into main.${table} (${columns.join(', ')}) select ${values.join(', ')} from today.${source} ${beside}`,
      );
    }
    if (
      namesIn(old, 'select name from main.sqlite_master where name = ?', 'metric_samples').length >
      0
    ) {
      for (const metric of ['stars', 'forks']) {
        old.exec(
          `insert into metric_samples select package_id, '${metric}', week, ${metric} from today.weekly_metrics where ${metric} is not null`,
        );
      }
    }
    for (const { sql } of triggers) old.exec(sql);
  })();
  old.close();
}

const namesIn = (file: Sqlite.Database, query: string, value: string) =>
  z.array(z.string()).parse(file.prepare(query).pluck().all(value));

/** A folder of migrations that ends with `last`. */
function migrationsUpTo(last: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'packgrid-migrations-'));
  cpSync(join(ROOT, 'db/migrations'), folder, { recursive: true });
  const path = join(folder, 'meta/_journal.json');
  const whole = journal.parse(JSON.parse(readFileSync(path, 'utf8')));
  const end = whole.entries.findIndex(({ tag }) => tag === last) + 1;
  if (end === 0) throw new Error(`There is no migration ${last}.`);
  writeFileSync(path, JSON.stringify({ ...whole, entries: whole.entries.slice(0, end) }));
  return folder;
}
