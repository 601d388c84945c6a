import {
  listGridFacts,
  listPackageFacts,
  type GridFactsRow,
  type PackageFactsRow,
} from '@/db/queries/facts';
import { gridDocument, packageDocument, type Setting } from '@/lib/api/documents';
import { gridFacts, packageFacts } from '@/lib/api/facts';

interface Query {
  include?: 'facts' | undefined;
}

interface Row {
  id: number;
}

/** Rows with their facts where the query asks for them, in some statements for all of a page. */
function withFacts<Record extends Row, Facts extends Row>(listFacts: (ids: number[]) => Facts[]) {
  return (rows: Record[], { include }: Query): (Record & { facts?: Facts | undefined })[] => {
    if (include !== 'facts') return rows;
    const facts = new Map(listFacts(rows.map(({ id }) => id)).map((it) => [it.id, it]));
    return rows.map((row) => ({ ...row, facts: facts.get(row.id) }));
  };
}

type PackageRecord = Parameters<typeof packageDocument>[0];
type GridRecord = Parameters<typeof gridDocument>[0];

export const packagesWithFacts = withFacts<PackageRecord, PackageFactsRow>(listPackageFacts);
export const gridsWithFacts = withFacts<GridRecord, GridFactsRow>(listGridFacts);

type PackageRow = ReturnType<typeof packagesWithFacts>[number];
type GridRow = ReturnType<typeof gridsWithFacts>[number];

/** The facts stand behind all other keys, where clients that don't know them are not troubled. */
export function packageWithFacts({ facts, ...row }: PackageRow, setting: Setting) {
  const document = packageDocument(row, setting);
  return facts ? { ...document, facts: packageFacts(facts, setting) } : document;
}

export function gridWithFacts({ facts, ...row }: GridRow, setting: Setting) {
  const document = gridDocument(row, setting);
  return facts ? { ...document, facts: gridFacts(facts, setting) } : document;
}
