import { findPackageRecord } from '@/db/queries/records';
import { packageDocument } from '@/lib/api/documents';
import { operations } from '@/lib/api/operations';
import { detailEndpoint } from '../../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = detailEndpoint(
  operations.packageInstance,
  { noun: 'Package', find: findPackageRecord, document: packageDocument },
);
