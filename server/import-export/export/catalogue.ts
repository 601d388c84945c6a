import { listCatalogueMetadata, listCategoryMetadata } from '@/db/queries/metadata';
import { categoryEntry, gridEntry, packageEntry } from './catalogue-entries';
import { allGrids, allPackages } from './walk';

/** Whether an export is public; public ones leave out what awaits moderation. */
export interface Scope {
  isPublic: boolean;
}

/** The catalogue file in pieces, one record per line, so that two files can be diffed. */
export function* catalogueText({ isPublic }: Scope) {
  const { generated, sources, synonyms } = listCatalogueMetadata();
  yield `{\n"generated": ${JSON.stringify(generated ?? FIRST_DAY)},\n`;
  yield* member('categories', listCategoryMetadata(), categoryEntry);
  yield* member('packages', allPackages(), (it) =>
    packageEntry(isPublic ? withoutPending(it) : it),
  );
  yield* member('grids', allGrids(), gridEntry);
  yield* member('sources', sources, ({ key, description }) => ({ key, what: description }));
  yield* member('synonyms', synonyms, (it) => it, '\n}\n');
}

/** Used for a database that was never loaded, and so has no date. */
const FIRST_DAY = '1970-01-01';

function withoutPending<Row extends { examples: { isActive: boolean | null }[] }>(it: Row): Row {
  return { ...it, examples: it.examples.filter(({ isActive }) => isActive === true) };
}

function* member<Row>(
  name: string,
  rows: Iterable<Row>,
  entry: (row: Row) => unknown,
  end = ',\n',
) {
  yield `${JSON.stringify(name)}: [`;
  let before = '\n';
  for (const row of rows) {
    yield before + JSON.stringify(entry(row));
    before = ',\n';
  }
  yield `\n]${end}`;
}
