import { findNamedPackage } from '@/db/queries/api-v3-records';
import { found } from '@/lib/api/v3/answers';
import { packageDocument } from '@/lib/api/v3/documents';
import { endpoint, movedOrMissing } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint<{ slug: string }>(
  (call) => {
    const it = findNamedPackage(call.params.slug);
    return it ? found(packageDocument(it)) : movedOrMissing('Package', call);
  },
);
