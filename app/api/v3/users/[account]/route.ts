import { signInFirst } from '@/lib/api/v3/answers';
import { endpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(({ address }) =>
  signInFirst(address),
);
