import { asc, desc, sql, type SQL } from 'drizzle-orm';
import { conditionParameters } from '@/lib/search/conditions';
import { documentOfNumber } from '@/lib/search/document-number';
import type { Condition } from '@/lib/search/query';
import { prepared } from '../client';
import { packages } from '../schema';
import { searchDocuments } from '../schema/search';

/** A search by conditions alone gives no more than this. */
const MOST = 500;

/** Whether each value of a list meets a condition. */
const eachOf = (list: string, condition: SQL) => sql`not exists (
  select 1 from json_each(${sql.placeholder(list)}) as wanted where not ifnull(${condition}, 0)
)`;

// Written out, since Drizzle leaves the table off a column where a query has one table.
const supports = (product: string) => sql`exists (
  select 1 from package_support as support where support.package_id = packages.id
  and support.product = ${sql.raw(`'${product}'`)}
  and (support.cycle = wanted.value or support.cycle like wanted.value || '.%')
)`;

const passes = sql.join(
  [
    eachOf(
      'category',
      sql`exists (select 1 from categories where categories.id = packages.category_id and
        (categories.slug like wanted.value escape '\\' or categories.title like wanted.value escape '\\'))`,
    ),
    eachOf(
      'grid',
      sql`exists (select 1 from memberships join grids on grids.id = memberships.grid_id
        where memberships.package_id = packages.id and
        (grids.slug like wanted.value escape '\\' or grids.title like wanted.value escape '\\'))`,
    ),
    eachOf('django', supports('django')),
    eachOf('python', supports('python')),
    eachOf('licence', sql`packages.licence like wanted.value escape '\\'`),
    eachOf(
      'status',
      sql`packages.development_status in (select value from json_each(wanted.value))`,
    ),
  ],
  sql` and `,
);

const number = sql<number>`(
  select ${searchDocuments.number} from ${searchDocuments}
  where search_documents.kind = 'package' and search_documents.record_id = packages.id
)`;

const among = prepared((db) =>
  db
    .select({ number })
    .from(packages)
    .where(
      sql`packages.id in (select value from json_each(${sql.placeholder('ids')})) and ${passes}`,
    )
    .prepare(),
);

const best = prepared((db) =>
  db
    .select({ number })
    .from(packages)
    .where(passes)
    .orderBy(desc(packages.isActive), desc(packages.repoWatchers), asc(packages.title))
    .limit(MOST)
    .prepare(),
);

/** The packages that meet all conditions, as numbers of documents: of those given, else of all. */
export function listPassing(conditions: Condition[], numbers?: number[]): number[] {
  const parameters = conditionParameters(conditions);
  if (numbers === undefined)
    return best()
      .all(parameters)
      .map((row) => row.number);
  const ids = numbers
    .map(documentOfNumber)
    .filter(({ kind }) => kind === 'package')
    .map(({ id }) => id);
  return among()
    .all({ ...parameters, ids: JSON.stringify(ids) })
    .map((row) => row.number);
}
