import {
  listGridMetadata,
  listPackageMetadata,
  type GridMetadataRow,
  type PackageMetadataRow,
} from '@/db/queries/metadata';
import { gridDocument, packageDocument, type Setting } from '@/lib/api/documents';
import { gridMetadata, packageMetadata } from '@/lib/api/metadata';

interface Query {
  include?: 'facts' | undefined;
}

interface Row {
  id: number;
}

/** Adds metadata to the rows if the query includes it, in a few statements per page. */
function withFacts<Record extends Row, Metadata extends Row>(
  listMetadata: (ids: number[]) => Metadata[],
) {
  return (rows: Record[], { include }: Query): (Record & { facts?: Metadata | undefined })[] => {
    if (include !== 'facts') return rows;
    const facts = new Map(listMetadata(rows.map(({ id }) => id)).map((it) => [it.id, it]));
    return rows.map((row) => ({ ...row, facts: facts.get(row.id) }));
  };
}

type PackageRecord = Parameters<typeof packageDocument>[0];
type GridRecord = Parameters<typeof gridDocument>[0];

export const packagesWithFacts = withFacts<PackageRecord, PackageMetadataRow>(listPackageMetadata);
export const gridsWithFacts = withFacts<GridRecord, GridMetadataRow>(listGridMetadata);

type PackageRow = ReturnType<typeof packagesWithFacts>[number];
type GridRow = ReturnType<typeof gridsWithFacts>[number];

/** `facts` is the last key, where it doesn't disturb clients that don't know it. */
export function packageWithFacts({ facts, ...row }: PackageRow, setting: Setting) {
  const document = packageDocument(row, setting);
  return facts ? { ...document, facts: packageMetadata(facts, setting) } : document;
}

export function gridWithFacts({ facts, ...row }: GridRow, setting: Setting) {
  const document = gridDocument(row, setting);
  return facts ? { ...document, facts: gridMetadata(facts, setting) } : document;
}
