import { openApiDocument } from '@/lib/api/openapi/document';
import { cacheable } from '../../respond';

/** Serialized once, because it doesn't depend on the request or the database. */
let written: string | undefined;

export function GET() {
  written ??= JSON.stringify(openApiDocument());
  return cacheable(written, { 'Content-Type': 'application/json' });
}
