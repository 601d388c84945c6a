import { listCatalogueFacts, listCategoryFacts } from '@/db/queries/facts';
import { categoryDocument, gridDocument, packageDocument, type Setting } from '@/lib/api/documents';
import { catalogueFacts, gridFacts, packageFacts } from '@/lib/api/facts';
import { toJson } from '@/lib/api/json';
import { allGrids, allPackages } from './walk';

/** v4 documents with their facts, one a line. */
function* lines(documents: Iterable<unknown>) {
  for (const it of documents) yield `${toJson(it)}\n`;
}

function* packagesWithFacts(setting: Setting) {
  for (const it of allPackages()) {
    yield { ...packageDocument(it, setting), facts: packageFacts(it, setting) };
  }
}

function* gridsWithFacts(setting: Setting) {
  for (const it of allGrids()) {
    yield { ...gridDocument(it, setting), facts: gridFacts(it, setting) };
  }
}

export const packageLines = (setting: Setting) => lines(packagesWithFacts(setting));
export const gridLines = (setting: Setting) => lines(gridsWithFacts(setting));
export const categoryLines = (setting: Setting) =>
  lines(listCategoryFacts().map((it) => categoryDocument(it, setting)));

/** What is known of the catalogue as a whole; with the others it is all that there is. */
export const catalogueLines = () => lines([catalogueFacts(listCatalogueFacts())]);
