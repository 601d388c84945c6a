import { found } from '@/lib/api/answers';
import { rootDocument } from '@/lib/api/documents';
import { endpoint } from '@/lib/api/endpoint';
import { noParams } from '@/lib/api/params';
import { views } from '@/lib/api/views';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint({
  view: views.root,
  params: noParams,
  read: (call) => found(rootDocument(call)),
});
