import { notFound } from '@/lib/api/v3/answers';
import { endpoint } from '../endpoint';

/** What is of no resource. The reference answers with a page; a program that reads JSON is better served by that. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(notFound);
