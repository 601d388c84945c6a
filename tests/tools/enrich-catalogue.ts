import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { listIdsAfter } from '@/db/queries/metadata';
import { saveHealth } from '@/db/writes/health';
import { saveNewestRelease } from '@/db/writes/newest-release';
import { reindex } from '@/db/writes/search-index';
import { now } from '@/lib/time';

const AT = 1_780_000_000_123_456;

/** Data that a database can contain but the shipped catalogue file does not. */
const additions = [
  `insert into package_examples (package_id, title, url, is_active, created_at, modified_at)
    select id, 'Example "site", with a comma', 'https://example.org/' || slug, 1, ${AT}, ${AT + 1}
    from packages where id % 7 = 0`,
  `insert into slug_redirects (id, kind, old_slug, package_id, created_at)
    select 500 + id, 'package', 'was-' || id, id, ${AT + 2} from packages where id % 5 = 0`,
  `insert into slug_redirects (kind, old_slug, grid_id, created_at)
    select 'grid', 'was-' || slug, id, ${AT + 3} from grids where id % 2 = 0`,
  `update versions set date_precision = 'time', released_at = released_at + 1234567 where id % 11 = 0`,
  `update versions set is_hidden = 1 where id % 97 = 0`,
  `update versions set released_at = null where id % 101 = 0`,
  `update packages set is_archived = 1, archived_at = ${AT}, status_source = 'git snapshot' where id % 31 = 0`,
  `update packages set is_deprecated = 1, replaced_by_id = (select min(id) from packages),
    replacement_url = 'https://github.com/celery/celery' where id % 29 = 0 and id > 2000`,
  `update repositories set commit_count = 77 where snapshot_at is null`,
  `update packages set documentation_url = '', title = '=cmd|''x''!A1' where id % 43 = 0`,
  `update grids set is_locked = 1, is_header = 1 where id % 3 = 0`,
  `update packages set is_locked = 1 where id % 37 = 0`,
  `update grid_packages set created_at = created_at + id where id % 3 = 0`,
  `delete from cells where id % 13 = 0`,
  `update cells set modified_at = ${AT}, text = '-2+3' where id % 17 = 0`,
  `update cells set comment = 'Since "2.0"', confirmed_at = ${AT + 4} where id % 23 = 0`,
  `update features set position = id % 7 where grid_id % 2 = 0`,
  `update features set created_at = ${AT}, description = 'Ünï "quoted"' || char(10) || 'line' where id % 19 = 0`,
];

/** Adds data that the shipped catalogue file lacks, so that tests can check whether it is carried over. */
export function enrichCatalogue(): void {
  const db = database();
  for (const statement of additions) db.run(sql.raw(statement));
  for (const id of listIdsAfter('package', 0, 1000)) saveNewestRelease(id);
  reindex();
  saveHealth(now());
}
