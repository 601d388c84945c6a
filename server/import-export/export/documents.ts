import { listCatalogueMetadata, listCategoryMetadata } from '@/db/queries/metadata';
import { categoryDocument, gridDocument, packageDocument, type Setting } from '@/lib/api/documents';
import { toJson } from '@/lib/api/json';
import { catalogueMetadata, gridMetadata, packageMetadata, type Scope } from '@/lib/api/metadata';
import { allGrids, allPackages } from './walk';

// API v4 documents, one per line.

const line = (document: unknown) => `${toJson(document)}\n`;

export function* categoryLines(setting: Setting) {
  for (const it of listCategoryMetadata()) yield line(categoryDocument(it, setting));
}

export function* packageLines(setting: Setting & Scope) {
  for (const it of allPackages()) {
    const facts = packageMetadata(it, setting, setting);
    yield line({ ...packageDocument(it, setting), facts });
  }
}

export function* gridLines(setting: Setting) {
  for (const it of allGrids()) {
    yield line({ ...gridDocument(it, setting), facts: gridMetadata(it, setting) });
  }
}

/** The whole catalogue, in the form of the shipped one: first its own metadata, then its records. */
export function* catalogueLines(setting: Setting & Scope) {
  yield line(catalogueMetadata(listCatalogueMetadata()));
  yield* categoryLines(setting);
  yield* packageLines(setting);
  yield* gridLines(setting);
}
