import { listCatalogueFacts } from '@/db/queries/facts';
import { found } from '@/lib/api/answers';
import { catalogueFacts } from '@/lib/api/facts';
import { operations } from '@/lib/api/operations';
import { endpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(operations.catalogue, () =>
  found(catalogueFacts(listCatalogueFacts())),
);
