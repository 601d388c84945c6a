import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGridRecord } from '@/db/queries/api-records';
import { comparisonDocument } from '@/lib/api/comparison-document';
import { operations } from '@/lib/api/operations';
import { detailEndpoint } from '../../../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = detailEndpoint(
  operations.gridTable,
  {
    noun: 'Grid',
    find: findGridRecord,
    document: ({ id, slug, title }, setting) => {
      const compared = {
        title,
        page: `/grids/g/${slug}/`,
        packages: listComparedPackages(id),
        features: listFeatures(id).map((feature) => ({ ...feature, gridId: id })),
        cells: listCells(id),
      };
      return comparisonDocument(compared, setting);
    },
  },
);
