import type { z } from 'zod';
import {
  countTitledPackages,
  findNamedGrid,
  listTitledPackages,
} from '@/db/queries/api-v3-records';
import { badPage, found } from '@/lib/api/v3/answers';
import { gridDocument, packageDocument } from '@/lib/api/v3/documents';
import { endpoint, movedOrMissing } from '../../../endpoint';
import { links } from '@/lib/api/v3/links';
import { pageMeta, readPage } from '@/lib/api/v3/pagination';
import type { gridPackageListSchema } from '@/lib/api/v3/schemas';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint<{ slug: string }>(
  (call) => {
    const grid = findNamedGrid(call.params.slug);
    if (!grid) return movedOrMissing('Grid', call);
    const page = readPage(call.query);
    if (!page) return badPage();
    const scope = { gridId: grid.id };
    return found({
      meta: pageMeta(links.gridPackages(grid.slug), page, countTitledPackages(scope)),
      grid: gridDocument(grid),
      objects: listTitledPackages(scope, page).map(packageDocument),
    } satisfies z.infer<typeof gridPackageListSchema>);
  },
);
