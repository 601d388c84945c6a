import { findPackageRecord } from '@/db/queries/api-records';
import { listWeeklyMetrics } from '@/db/queries/weekly-metrics';
import { found } from '@/lib/api/answers';
import { operations } from '@/lib/api/operations';
import { pageDocument } from '@/lib/api/pagination';
import { weekDocument } from '@/lib/api/week-documents';
import { endpoint, movedOrMissing } from '../../../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.packageHistory,
  (call, lookup) => {
    const record = findPackageRecord(lookup);
    if (!record) return movedOrMissing('Package', lookup, call);
    const { limit, offset } = call.query;
    const all = listWeeklyMetrics(record.id).reverse();
    const part = { limit, offset, count: all.length };
    const documents = all.slice(offset, offset + limit).map(weekDocument);
    return found(pageDocument(call, part, documents), part);
  },
);
