import { found } from '@/lib/api/v3/answers';
import { rootDocument } from '@/lib/api/v3/documents';
import { endpoint } from './endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(() =>
  found(rootDocument()),
);
