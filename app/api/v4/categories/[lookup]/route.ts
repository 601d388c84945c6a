import { findCategoryRecord } from '@/db/queries/records';
import { found, missing, notFound } from '@/lib/api/answers';
import { categoryDocument } from '@/lib/api/documents';
import { operations } from '@/lib/api/operations';
import { endpoint } from '../../../endpoint';

/** The reference knows categories by id alone, and says less of a slug that it doesn't find. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.categoryInstance,
  (call, lookup) => {
    const row = findCategoryRecord(lookup);
    if (row) return found(categoryDocument(row, call));
    return 'id' in lookup ? missing('Category') : notFound();
  },
);
