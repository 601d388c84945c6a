import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiError, isOfApi } from '@/lib/http/url/api-path';

export interface ErrorDocument {
  type: string;
  body: Buffer;
}

/** Finds the document to send with an error instead of Next's; undefined to send Next's. */
export type FindErrorDocument = (asked: ErrorRequest, status: number) => ErrorDocument | undefined;

interface ErrorRequest {
  url: string | undefined;
  accept: string | undefined;
}

const HTML = 'text/html; charset=utf-8';
const reasons: Record<number, string> = { 404: 'Not found.', 500: 'A server error occurred.' };

const documentOf = (type: string, body: Buffer): ErrorDocument => ({ type, body });

/**
 * Reads the error pages prerendered by the build. API errors are JSON for clients that ask for it, and server errors of the API are JSON
 * for everyone.
 */
export function readErrorDocuments(buildFolder: string): FindErrorDocument {
  const read = (name: string) =>
    documentOf(HTML, readFileSync(join(buildFolder, 'server', 'app', name)));
  const pages: Partial<Record<number, ErrorDocument>> = {
    404: read('_not-found.html'),
    500: read('_global-error.html'),
  };
  return ({ url, accept = '' }, status) => {
    const reason = reasons[status];
    const isJson = isOfApi(url) && (status === 500 || accept.includes('application/json'));
    if (!isJson || reason === undefined) return pages[status];
    return documentOf('application/json', Buffer.from(apiError(url, status, reason)));
  };
}
