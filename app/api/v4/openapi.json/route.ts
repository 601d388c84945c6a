import { openApiDocument } from '@/lib/api/openapi/document';
import { keepable } from '../../respond';

/** Written once, since nothing of it comes from the request or the database. */
let written: string | undefined;

export function GET(request: Request) {
  written ??= JSON.stringify(openApiDocument());
  return keepable(request, written, { 'Content-Type': 'application/json' });
}
