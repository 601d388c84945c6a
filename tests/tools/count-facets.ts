import { database } from '@/db/client';
import { facets, type FacetChoice, type FacetKey } from '@/lib/facets/facets';
import { readLicense } from '@/lib/package/licenses';
import { MICROS_PER_DAY, type Micros } from '@/lib/time';

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

const cycles = (product: string) => `select cycle from package_support as s
  where s.package_id = packages.id and s.product = '${product}'`;

function support(product: string, value: string): string {
  if (value === 'unknown') return 'snapshot_at is null';
  const known = 'snapshot_at is not null';
  if (value === 'none') return `${known} and not exists (${cycles(product)})`;
  const isAny = product === 'python' && value === '3';
  const cycle = isAny ? "(s.cycle like '3.%' or s.cycle = '3')" : `s.cycle = ${quote(value)}`;
  return `${known} and exists (${cycles(product)} and ${cycle})`;
}

const licences = () =>
  database()
    .$client.prepare<[], { licence: string | null }>('select distinct licence from packages')
    .all()
    .map(({ licence }) => licence);

const orUnknown = (column: string, value: string) =>
  value === 'unknown' ? `${column} is null` : `${column} = ${quote(value)}`;

const domain = `(select replace(case when instr(rest, '/') > 0 then substr(rest, 1, instr(rest, '/') - 1) else rest end, 'www.', '')
  from (select substr(repo_url, instr(repo_url, '//') + 2) as rest))`;

/** Condition for a date of a given age. */
function aged(column: string, value: string, now: Micros): string {
  if (value === 'unknown') return `${column} is null`;
  if (value === 'older') return `${column} < ${now - days['two-years'] * MICROS_PER_DAY}`;
  const most = Object.entries(days).find(([name]) => name === value)?.[1] ?? 0;
  return `${column} >= ${now - most * MICROS_PER_DAY}`;
}

const days = { quarter: 91, year: 365, 'two-years': 730 };

/** SQL conditions for packages that have a value of a facet. */
const conditions: Record<FacetKey, (value: string, now: Micros) => string> = {
  category: (value) =>
    `exists (select 1 from categories as c where c.id = category_id and c.slug = ${quote(value)})`,
  grid: (value) =>
    value === 'none'
      ? 'not exists (select 1 from grid_packages as m where m.package_id = packages.id)'
      : `exists (select 1 from grid_packages as m join grids as g on g.id = m.grid_id
          where m.package_id = packages.id and g.slug = ${quote(value)})`,
  django: (value) => support('django', value),
  python: (value) => support('python', value),
  licence: (value) =>
    value === 'osi'
      ? `licence in (${licences()
          .filter((it) => readLicense(it)?.isOsiApproved)
          .map((it) => quote(it ?? ''))
          .join(', ')})`
      : orUnknown('licence', value),
  status: (value) =>
    orUnknown(
      '(select cast(development_status as text) from pypi_projects where package_id = packages.id)',
      value,
    ),
  maintained: (_, now) => `is_active and last_commit_at >= ${now - 365 * MICROS_PER_DAY}`,
  documentation: () => "documentation_url <> ''",
  host: (value) =>
    value === 'unknown'
      ? 'repo_url is null'
      : `repo_url is not null and ${domain} = ${quote(value)}`,
  released: (value, now) => aged('last_release_at', value, now),
  committed: (value, now) => aged('last_commit_at', value, now),
};

/** Queries for every value of a facet that any package could have. */
const values: Record<FacetKey, string> = {
  category: 'select slug from categories',
  grid: "select slug from grids union select 'none'",
  django:
    "select cycle from package_support where product = 'django' union values ('none'), ('unknown')",
  python:
    "select cycle from package_support where product = 'python' union values ('3'), ('none'), ('unknown')",
  licence: "select ifnull(licence, 'unknown') from packages union values ('osi'), ('unknown')",
  status: "select ifnull(cast(development_status as text), 'unknown') from pypi_projects",
  maintained: "select '1'",
  documentation: "select '1'",
  host: `select ifnull(${domain}, 'unknown') from packages`,
  released: "values ('quarter'), ('year'), ('two-years'), ('older'), ('unknown')",
  committed: "values ('quarter'), ('year'), ('two-years'), ('older'), ('unknown')",
};

/** Lists all values of a facet in the catalogue. */
export function listFacetValues(key: FacetKey): string[] {
  const rows = database().$client.prepare<[], unknown[]>(`select distinct * from (${values[key]})`);
  return rows
    .raw()
    .all()
    .map(([value]) => String(value));
}

/** Lists the ids of the packages in `among` that match a choice, in plain SQL. */
export function listIdsBySql(choice: FacetChoice, among: string, now: Micros): number[] {
  return database()
    .$client.prepare<[], { id: number }>(
      `select id from packages where ${among}${clauses(choice, now)} order by id`,
    )
    .all()
    .map(({ id }) => id);
}

/**
 * Counts, in plain SQL, the packages in `among` that would match with each value of a facet and the rest of the choice unchanged; zero
 * counts are omitted.
 */
export function countBySql(
  key: FacetKey,
  choice: FacetChoice,
  among: string,
  now: Micros,
): Map<string, number> {
  const others = { ...choice, [key]: undefined };
  const counts = listFacetValues(key).map((value): [string, number] => {
    const sql = `select count(*) as count from packages
      where ${among}${clauses(others, now)} and (${conditions[key](value, now)})`;
    return [value, database().$client.prepare<[], { count: number }>(sql).get()?.count ?? 0];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

function clauses(choice: FacetChoice, now: Micros): string {
  return facets
    .map(({ key }) => {
      const value = choice[key];
      return value === undefined ? '' : ` and (${conditions[key](value, now)})`;
    })
    .join('');
}
