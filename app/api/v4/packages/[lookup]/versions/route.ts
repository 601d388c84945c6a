import { findPackageRecord } from '@/db/queries/api-records';
import { listVersions } from '@/db/queries/versions';
import { found } from '@/lib/api/answers';
import { operations } from '@/lib/api/operations';
import { pageDocument } from '@/lib/api/pagination';
import { versionDocument } from '@/lib/api/version-documents';
import { endpoint, movedOrMissing } from '../../../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.packageVersions,
  (call, lookup) => {
    const record = findPackageRecord(lookup);
    if (!record) return movedOrMissing('Package', lookup, call);
    const { limit, offset } = call.query;
    const all = listVersions(record.id);
    const part = { limit, offset, count: all.length };
    const documents = all
      .slice(offset, offset + limit)
      .map((version) => versionDocument(version, call));
    return found(pageDocument(call, part, documents), part);
  },
);
