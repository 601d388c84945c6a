import { listCatalogueMetadata, listCategoryMetadata } from '@/db/queries/metadata';
import { categoryDocument, gridDocument, packageDocument, type Setting } from '@/lib/api/documents';
import { catalogueMetadata, gridMetadata, packageMetadata } from '@/lib/api/metadata';
import { toJson } from '@/lib/api/json';
import { allGrids, allPackages } from './walk';

/** API v4 documents, one per line. */
function* lines(documents: Iterable<unknown>) {
  for (const it of documents) yield `${toJson(it)}\n`;
}

function* packagesWithFacts(setting: Setting) {
  for (const it of allPackages()) {
    yield { ...packageDocument(it, setting), facts: packageMetadata(it, setting) };
  }
}

function* gridsWithFacts(setting: Setting) {
  for (const it of allGrids()) {
    yield { ...gridDocument(it, setting), facts: gridMetadata(it, setting) };
  }
}

export const packageLines = (setting: Setting) => lines(packagesWithFacts(setting));
export const gridLines = (setting: Setting) => lines(gridsWithFacts(setting));
export const categoryLines = (setting: Setting) =>
  lines(listCategoryMetadata().map((it) => categoryDocument(it, setting)));

/** Metadata of the catalogue as a whole; together with the other files, it makes the export complete. */
export const catalogueLines = () => lines([catalogueMetadata(listCatalogueMetadata())]);
