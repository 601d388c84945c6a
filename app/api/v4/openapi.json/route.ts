import { openApiDocument } from '@/lib/api/openapi/document';
import { cacheable } from '../../respond';

/** Serialized once, because it doesn't depend on the request or the database. */
let written: string | undefined;

export function GET(request: Request) {
  written ??= JSON.stringify(openApiDocument());
  return cacheable(request, written, { 'Content-Type': 'application/json' });
}
