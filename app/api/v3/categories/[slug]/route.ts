import { findCategory } from '@/db/queries/categories';
import { found, missing } from '@/lib/api/v3/answers';
import { categoryDocument } from '@/lib/api/v3/documents';
import { endpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint<{ slug: string }>(
  ({ params }) => {
    const category = findCategory(params.slug);
    return category ? found(categoryDocument(category)) : missing('Category');
  },
);
