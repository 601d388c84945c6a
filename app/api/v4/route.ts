import { found } from '@/lib/api/answers';
import { rootDocument } from '@/lib/api/documents';
import { operations } from '@/lib/api/operations';
import { endpoint } from '../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(operations.root, (call) =>
  found(rootDocument(call)),
);
