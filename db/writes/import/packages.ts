import { difference } from '@/lib/import/difference';
import type { IncomingPackage } from '@/lib/import/incoming/package';
import { database } from '../../client';
import { listPackageMetadata, type PackageMetadataRow } from '@/db/queries/metadata';
import { insertPackage, updatePackage, type PackageColumns } from '../packages';
import type { Change, ImportContext } from './context';
import { claimSlug } from './identity';
import { outcomeOf, matchOf } from './outcome';
import { noteHost, settle } from './package-columns';
import { packageParts } from './package-rows';

/** Merges packages from the source and returns the changes. */
export function mergePackages(incoming: IncomingPackage[], context: ImportContext): Change[] {
  const storedIdOf = ({ id }: IncomingPackage) => matchOf('package', id, context).storedId;
  const stored = incoming.flatMap((it) => storedIdOf(it) ?? []);
  const rows = new Map(listPackageMetadata(stored).map((row) => [row.id, row]));
  return incoming.map((it) => mergePackage(it, rows.get(storedIdOf(it) ?? -1), context));
}

function mergePackage(
  it: IncomingPackage,
  row: PackageMetadataRow | undefined,
  context: ImportContext,
): Change {
  const { before } = matchOf('package', it.id, context);
  // Its slug or repository may have been cleared to make way for another record.
  const local = row && { ...row, ...(before && { slug: before.slug, repoUrl: before.repoUrl }) };
  const columns = settle(it, local, context);
  const found = difference(local ?? {}, local ? columns : {});
  const parts = packageParts(it, local, context);
  const details = [...found.details, ...parts.map(({ detail }) => detail)];
  const { change, isTaken } = outcomeOf('package', it, local, details, context);
  if (change.action !== 'same') context.change.touch({ kind: 'package', id: it.id });
  if (!isTaken) return change;

  noteHost(it, columns, found.changed, local === undefined, context);
  context.change.record([{ kind: 'package', id: it.id }], () => {
    if (local) update(it.id, columns, found.changed);
    else insert(it.id, columns);
    for (const { write } of parts) write();
  });
  return change;
}

function insert(id: number, columns: PackageColumns): void {
  const { slug = '', title = '', categoryId = 0, createdAt = 0, modifiedAt = 0 } = columns;
  claimNames(id, columns);
  insertPackage({ ...columns, id, slug, title, categoryId, createdAt, modifiedAt });
}

function update(id: number, columns: PackageColumns, changed: Set<string>): void {
  const wanted = Object.fromEntries(Object.entries(columns).filter(([key]) => changed.has(key)));
  if (changed.size === 0) return;
  claimNames(id, columns);
  updatePackage(id, wanted);
}

/** Frees a slug and a repository URL for a record; any other that has them gets new ones later in this import. */
function claimNames(id: number, { slug, repoUrl }: PackageColumns): void {
  claimSlug('package', slug, id);
  if (typeof repoUrl === 'string') {
    database()
      .$client.prepare('update packages set repo_url = null where repo_url = ? and id <> ?')
      .run(repoUrl, id);
  }
}
