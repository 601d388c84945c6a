import { notFound } from '@/lib/api/v3/answers';
import { endpoint } from '../endpoint';

/** Catch-all for unknown resources. The reference responds with a page; JSON serves API clients better. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(notFound);
