import { findCategoryRecord } from '@/db/queries/api-records';
import { found, missing, notFound } from '@/lib/api/answers';
import { categoryDocument } from '@/lib/api/documents';
import { operations } from '@/lib/api/operations';
import { endpoint } from '../../../endpoint';

/** The reference looks categories up by id only, and returns less detail for a slug it doesn't find. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.categoryInstance,
  (call, lookup) => {
    const row = findCategoryRecord(lookup);
    if (row) return found(categoryDocument(row, call));
    return 'id' in lookup ? missing('Category') : notFound();
  },
);
