import { findNamedGrid } from '@/db/queries/api-v3-records';
import { found } from '@/lib/api/v3/answers';
import { gridDocument } from '@/lib/api/v3/documents';
import { endpoint, movedOrMissing } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint<{ slug: string }>(
  (call) => {
    const grid = findNamedGrid(call.params.slug);
    return grid ? found(gridDocument(grid)) : movedOrMissing('Grid', call);
  },
);
