import { findNamedGrid } from '@/db/queries/v3-records';
import { found, missing } from '@/lib/api/v3/answers';
import { gridDocument } from '@/lib/api/v3/documents';
import { endpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint<{ slug: string }>(
  ({ params }) => {
    const grid = findNamedGrid(params.slug);
    return grid ? found(gridDocument(grid)) : missing('Grid');
  },
);
