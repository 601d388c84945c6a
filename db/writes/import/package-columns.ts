import { isSame, isUnknown } from '@/lib/import/difference';
import type { IncomingPackage } from '@/lib/import/incoming/package';
import type { PackageMetadataRow } from '@/db/queries/metadata';
import type { PackageColumns } from '../packages';
import type { ImportContext } from './context';

const stars = [
  'repoWatchers',
  'repoForks',
  'repoFiguresAt',
  'repoFiguresSource',
  'openIssues',
] as const;
const downloads = ['downloads', 'downloadsAt'] as const;
const commits = [
  'commitsOver52',
  'commitsAsOf',
  'commitCount',
  'lastCommitAt',
  'lastFetchedAt',
  'participants',
  'figuresFrom',
] as const;

/** Returns the columns to store: the source's values, except those for which local data is better. */
export function settle(
  it: IncomingPackage,
  local: PackageMetadataRow | undefined,
  context: ImportContext,
): PackageColumns {
  const { category, package: known } = context.resolved;
  const columns: PackageColumns = {
    ...it.columns,
    // Packages without a local category were left out before.
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
    if (isOlder(columns.downloadsAt, local.downloadsAt)) drop(columns, downloads);
    if (isOlder(columns.lastFetchedAt, local.lastFetchedAt)) drop(columns, commits);
  }
  return columns;
}

function drop(columns: PackageColumns, keys: readonly (keyof PackageColumns)[]): void {
  for (const key of keys) Reflect.deleteProperty(columns, key);
}

/** Whether the source's data is older than the local data. */
export function isOlder(there: number | null | undefined, here: number | null): boolean {
  return typeof there === 'number' && here !== null && there < here;
}

/** Keeps local values that a host without facts doesn't know. */
function dropUnknown(columns: PackageColumns, local: PackageMetadataRow): void {
  const known = new Map(Object.entries(local));
  for (const [key, value] of Object.entries(columns)) {
    if (isUnknown(value) && !isUnknown(known.get(key))) Reflect.deleteProperty(columns, key);
  }
}

const figures = ['repoWatchers', 'repoForks'] as const;
const activity = ['commitsOver52', 'lastCommitAt', 'participants'] as const;

/** Sets the source of figures: a document without facts says when they were fetched but not from where, so its host is named. */
function nameSource(
  it: IncomingPackage,
  columns: PackageColumns,
  local: PackageMetadataRow | undefined,
): void {
  const source = sourceOf(it.host);
  const asOf = it.columns.lastFetchedAt;
  /** Whether the document has new values for the keys, or values that came from its host before. */
  const isRead = (keys: readonly (keyof typeof it.columns)[], known: string | null | undefined) =>
    keys.some((key) => !isUnknown(columns[key])) &&
    (known === source ||
      keys.some(
        (key) => columns[key] !== undefined && !isSame(columns[key], local?.[key] ?? null),
      ));
  if (isRead(figures, local?.repoFiguresSource)) {
    Object.assign(columns, { repoFiguresAt: asOf, repoFiguresSource: source });
  }
  // The date also applies to the weekly counts, which may have come from elsewhere.
  const keepsWeeks = isUnknown(columns.commitsOver52) && !isUnknown(local?.commitsOver52);
  if (!keepsWeeks && isRead(activity, local?.figuresFrom)) {
    Object.assign(columns, { commitsAsOf: asOf, figuresFrom: source });
  }
}

/** Key of a host in `sources`. */
function sourceOf(host: string | undefined): string {
  return `API of ${host ?? 'another site'}`;
}

/** Adds a host to the sources if any figures to be written come from it. */
export function noteHost(
  it: IncomingPackage,
  columns: PackageColumns,
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
