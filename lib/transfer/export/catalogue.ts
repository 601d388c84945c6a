import { listCatalogueFacts, listCategoryFacts } from '@/db/queries/facts';
import { categoryEntry, gridEntry, packageEntry } from './catalogue-entries';
import { allGrids, allPackages } from './walk';

/** Which of the rows a text for the public holds: what awaits moderation is for the site alone. */
export interface Scope {
  isPublic: boolean;
}

/** The catalogue file, record by record: each on a line of its own, so that two files can be compared. */
export function* catalogueText({ isPublic }: Scope) {
  const { generated, sources, synonyms } = listCatalogueFacts();
  yield `{\n"generated": ${JSON.stringify(generated ?? FIRST_DAY)},\n`;
  yield* member('categories', listCategoryFacts(), categoryEntry);
  yield* member('packages', allPackages(), (it) =>
    packageEntry(isPublic ? withoutPending(it) : it),
  );
  yield* member('grids', allGrids(), gridEntry);
  yield* member('sources', sources, ({ key, description }) => ({ key, what: description }));
  yield* member('synonyms', synonyms, (it) => it, '\n}\n');
}

/** For a database that was never filled, and so knows of no day. */
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
