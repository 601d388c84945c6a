import { spawnSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { listSuggestions } from '@/db/queries/search';
import { CLI } from '@/server/cli/child';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

/** Runs `npm run cli --` with these arguments, on the database of this test. */
function run(words: string[], settings: Partial<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [...CLI, ...words], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, ...settings },
  });
}

test('reindex rebuilds the index and reports its size', () => {
  const db = database();
  db.run(sql`insert into search_text (search_text) values ('delete-all')`);
  for (const table of ['search_documents', 'search_facets', 'search_keys', 'search_terms'])
    db.run(sql`delete from ${sql.identifier(table)}`);
  db.run(sql`update packages set title = 'Zanzibar' where slug = 'celery'`);
  expect(listSuggestions('zanz', 8)).toEqual([]);

  const { stdout, stderr, status } = run(['reindex']);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^Indexed 186 packages and 31 grids, done in \d+\.\d s\n$/);
  expect(status).toBe(0);
  expect(listSuggestions('zanz', 8).map(({ slug }) => slug)).toEqual(['celery']);
}, 30_000);

test.each([[[]], [['reindx']], [['--help']], [['toString']]])(
  '%j prints the usage and fails',
  (words) => {
    const { stdout, stderr, status } = run(words);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^Usage: npm run cli -- <command>\n( {2}(dump|export|import|judge|reindex|user) +\w.*\n?){6}$/,
    );
    expect(status).toBe(1);
  },
  30_000,
);

test('an invalid setting stops a command with a message that names it', () => {
  const { stderr, status } = run(['reindex'], { DATABASE_PATH: '/dev/null/x' });
  expect(stderr.trim()).toMatch(/^DATABASE_PATH can't be opened: .+ it is "\/dev\/null\/x"\.$/);
  expect(status).toBe(1);
}, 30_000);
