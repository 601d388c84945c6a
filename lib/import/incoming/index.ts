import { catalogueDocument } from './catalogue';
import { categoryDocument } from './category';
import { gridDocument } from './grid';
import { packageDocument } from './package';

type Kind = 'category' | 'package' | 'grid' | 'catalogue';

/** Schemas that turn documents of a v4 API into rows of the catalogue. */
export const documentOf = {
  category: categoryDocument,
  package: packageDocument,
  grid: gridDocument,
  catalogue: catalogueDocument,
};

/** Detects the kind of a document by keys that only one kind has; undefined if unknown. */
export function kindOf(document: object): Kind | undefined {
  if ('title_plural' in document) return 'category';
  if ('repo_url' in document && 'category' in document) return 'package';
  if ('packages' in document && 'header' in document) return 'grid';
  if ('sources' in document && 'synonyms' in document) return 'catalogue';
  return undefined;
}
