import { isSame, isUnknown } from '@/lib/transfer/import/difference';
import type { IncomingPackage } from '@/lib/transfer/import/incoming/package';
import type { PackageFactsRow } from '../../queries/facts';
import type { packages } from '../../schema';
import type { ImportContext } from './context';

export type Columns = Partial<typeof packages.$inferInsert>;

const stars = ['repoWatchers', 'repoForks', 'repoFiguresAt', 'repoFiguresSource'] as const;
const commits = [
  'commitsOver52',
  'commitsAsOf',
  'commitCount',
  'lastCommitAt',
  'lastFetchedAt',
  'participants',
  'figuresFrom',
] as const;

/** The columns as they should be: what the source says, but for what is better known here. */
export function settle(
  it: IncomingPackage,
  local: PackageFactsRow | undefined,
  context: ImportContext,
): Columns {
  const { category, package: known } = context.resolved;
  const columns: Columns = {
    ...it.columns,
    // What has no category here was left out before.
    categoryId: category.localIdOf(it.categoryId) ?? it.categoryId,
  };
  if (it.whole) {
    const by = it.whole.replacedById;
    const replacedById = by === null ? null : (known.localIdOf(by) ?? null);
    columns.replacedById = replacedById === it.id ? null : replacedById;
  } else {
    if (local) dropUnknown(columns, local);
    nameSource(it, columns, local);
  }
  if (local && context.prefer === 'local') {
    if (isOlder(columns.repoFiguresAt, local.repoFiguresAt)) drop(columns, stars);
    if (isOlder(columns.lastFetchedAt, local.lastFetchedAt)) drop(columns, commits);
  }
  return columns;
}

function drop(columns: Columns, keys: readonly (keyof Columns)[]): void {
  for (const key of keys) Reflect.deleteProperty(columns, key);
}

const isOlder = (there: number | null | undefined, here: number | null) =>
  typeof there === 'number' && here !== null && there < here;

/** What a host without facts does not know stays as it is known here. */
function dropUnknown(columns: Columns, local: PackageFactsRow): void {
  const known = new Map(Object.entries(local));
  for (const [key, value] of Object.entries(columns)) {
    if (isUnknown(value) && !isUnknown(known.get(key))) Reflect.deleteProperty(columns, key);
  }
}

/** A document without facts says when its figures were fetched, and not from where: from its host. */
function nameSource(
  it: IncomingPackage,
  columns: Columns,
  local: PackageFactsRow | undefined,
): void {
  const source = sourceOf(it.host);
  const differs = (keys: readonly (keyof typeof it.columns)[]) =>
    keys.some((key) => columns[key] !== undefined && !isSame(columns[key], local?.[key] ?? null));
  const asOf = it.columns.lastFetchedAt;
  if (
    !isUnknown(columns.repoWatchers ?? columns.repoForks) &&
    differs(['repoWatchers', 'repoForks'])
  ) {
    Object.assign(columns, { repoFiguresAt: asOf, repoFiguresSource: source });
  }
  if (!isUnknown(columns.commitsOver52) && differs(['commitsOver52'])) {
    Object.assign(columns, { commitsAsOf: asOf, figuresFrom: source });
  }
}

/** The key of a host among the sources. */
function sourceOf(host: string | undefined): string {
  return `API of ${host ?? 'another site'}`;
}

/** Keeps a host among the sources where figures that are written come from it. */
export function noteHost(
  it: IncomingPackage,
  columns: Columns,
  changed: Set<string>,
  isNew: boolean,
  { hosts }: ImportContext,
): void {
  const source = sourceOf(it.host);
  const isUsed =
    (columns.repoFiguresSource === source && (isNew || changed.has('repoFiguresSource'))) ||
    (columns.figuresFrom === source && (isNew || changed.has('figuresFrom')));
  if (isUsed && it.whole === undefined) hosts.add(source);
}
