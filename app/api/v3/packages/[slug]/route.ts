import { findNamedPackage } from '@/db/queries/v3-records';
import { found, missing } from '@/lib/api/v3/answers';
import { packageDocument } from '@/lib/api/v3/documents';
import { endpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint<{ slug: string }>(
  ({ params }) => {
    const it = findNamedPackage(params.slug);
    return it ? found(packageDocument(it)) : missing('Package');
  },
);
