import { findGridRecord } from '@/db/queries/records';
import { gridDocument } from '@/lib/api/documents';
import { operations } from '@/lib/api/operations';
import { detailEndpoint } from '../../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = detailEndpoint(
  operations.gridInstance,
  { noun: 'Grid', find: findGridRecord, document: gridDocument },
);
