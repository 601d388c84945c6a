import { listCatalogueMetadata } from '@/db/queries/metadata';
import { found } from '@/lib/api/answers';
import { catalogueMetadata } from '@/lib/api/metadata';
import { operations } from '@/lib/api/operations';
import { endpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(operations.catalogue, () =>
  found(catalogueMetadata(listCatalogueMetadata())),
);
