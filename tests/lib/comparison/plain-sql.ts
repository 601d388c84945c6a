import { z } from 'zod';
import { database } from '@/db/client';
import { cells, cycles, notApproved, ordered } from './ranked-words';
import { NOW } from './random-grid';

/** The state of a comparison, as in its URL; empty means not set. */
export interface State {
  sort: string;
  pin: string[];
  q: string;
  maintained: boolean;
  status: string;
  django: string;
  python: string;
  licence: string;
  has: number[];
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The sort orders of words, cells and cycles as tables to join. */
export function saveRanks(): void {
  const { $client } = database();
  $client.exec(`create table places (list text, word text, sign integer, place integer)`);
  const add = $client.prepare('insert into places values (?, ?, ?, ?)');
  for (const [list, words] of Object.entries({ ...ordered, cycle: cycles })) {
    words.forEach((word, place) => add.run(list, word, null, place));
  }
  for (const { text, sign, place } of cells) add.run('cell', text, sign, place);
}

const placeOf = (list: string, word: string) =>
  `(select place from places where list = '${list}' and word = ${word})`;

/** Whether its classifiers were checked; otherwise its support is unknown. */
const isRead = 'p.snapshot_at is not null';

const newest = (product: string) =>
  `case when ${isRead} then ifnull((select max(place) from package_support s join places on list = 'cycle' and word = cycle
    where s.package_id = p.id and product = '${product}'), -1) end`;

const columns: Record<string, string> = {
  last_commit: 'p.last_commit_at',
  last_release: 'p.last_release_at',
  commits_over_52:
    'case when r.commits_over_52 is not null then (select sum(value) from json_each(r.commits_over_52)) end',
  health: 'p.health',
  commit_count: 'r.commit_count',
  development_status: 'y.development_status',
  repo_watchers: 'p.repo_watchers',
  repo_forks: 'p.repo_forks',
  usage_count: 'p.usage_count',
  pypi_downloads: 'p.pypi_download_rank',
  django: newest('django'),
  python: newest('python'),
  requires_python: placeOf('requires_python', 'y.requires_python'),
  licence: placeOf('licence', 'p.licence'),
  documentation_url: placeOf('documentation_url', 'p.documentation_url'),
};

/** The figures that this file can sort by. */
export const sortable = Object.keys(columns);

const cellOf = (feature: string | number, column: string) =>
  `(select ${column} from cells e join places on list = 'cell' and word = e.text
    where e.grid_package_id = m.id and e.feature_id = ${feature})`;

function orderOf({ sort, pin }: State): string {
  const pinned = pin.map((slug, index) => `when ${quote(slug)} then ${index}`).join(' ');
  const first = pinned === '' ? [] : [`case p.slug ${pinned} else 1000 end`];
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const key = sort.replace('-', '');
  const feature = /^f(\d+)$/.exec(key)?.[1];
  const by = (value: string) => [`${value} is null`, `${value} ${direction}`];
  const rest =
    key === ''
      ? ['p.is_active desc', 'p.repo_watchers desc']
      : feature !== undefined
        ? [...by(cellOf(feature, 'sign')), ...by(cellOf(feature, 'place'))]
        : key === 'title'
          ? [`p.title collate nocase ${direction}`, 'p.id']
          : by(columns[key] ?? 'no column of this name');
  return [...first, ...rest, 'p.title collate nocase', 'p.id'].join(', ');
}

const YEAR = 365 * 86_400_000_000;

const supports = (product: string, condition: string) =>
  `${isRead} and exists (select 1 from package_support s where s.package_id = p.id and product = '${product}' and (${condition}))`;

function conditionsOf(state: State): string[] {
  const { q, maintained, status, django, python, licence, has } = state;
  const text = 'p.title || char(10) || p.slug || char(10) || p.repo_description';
  const words = q.split(/\s+/).filter((word) => word !== '');
  const approved = notApproved.map(quote).join(', ');
  return [
    ...words.map((word) => `instr(lower(${text}), lower(${quote(word)})) > 0`),
    ...(maintained
      ? [`not p.is_deprecated and not p.is_archived and p.last_commit_at >= ${NOW - YEAR}`]
      : []),
    ...(status === '' ? [] : [`y.development_status = ${status}`]),
    ...(django === '' ? [] : [supports('django', `cycle = '${django}'`)]),
    ...(python === ''
      ? []
      : [supports('python', `cycle = '${python}' or cycle like '${python}.%'`)]),
    ...(licence === ''
      ? []
      : [licence === 'osi' ? `p.licence not in (${approved})` : `p.licence = ${quote(licence)}`]),
    ...has.map((id) => `${cellOf(id, 'sign')} >= 0`),
  ];
}

/** The slugs of a grid that match a state, in order. */
export function plainly(gridId: number, state: State): string[] {
  const conditions = [`m.grid_id = ${gridId}`, ...conditionsOf(state)].join(' and ');
  return ask(
    `select p.slug from grid_packages m join packages p on p.id = m.package_id
      join repositories r on r.package_id = p.id join pypi_projects y on y.package_id = p.id where ${conditions} order by ${orderOf(state)}`,
  );
}

/** The distinct values of a column in a grid. */
export function listDistinct(gridId: number, column: string): string[] {
  return ask(
    `select distinct ${column} from grid_packages m join packages p on p.id = m.package_id
      join repositories r on r.package_id = p.id join pypi_projects y on y.package_id = p.id
      left join package_support s on s.package_id = p.id and ${isRead}
      where m.grid_id = ${gridId} and ${column} is not null`,
  );
}

const texts = z.array(z.union([z.string(), z.number()]).transform(String));

function ask(query: string): string[] {
  return texts.parse(database().$client.prepare(query).pluck().all());
}
