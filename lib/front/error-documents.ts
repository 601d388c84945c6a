import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiError, isOfApi } from './api-path';

export interface ErrorDocument {
  type: string;
  body: Buffer;
}

/** The document that goes out with an error in place of what Next writes; undefined where that goes out itself. */
export type FindErrorDocument = (asked: Asked, status: number) => ErrorDocument | undefined;

interface Asked {
  url: string | undefined;
  accept: string | undefined;
}

const HTML = 'text/html; charset=utf-8';
const reasons: Record<number, string> = { 404: 'Not found.', 500: 'A server error occurred.' };

const documentOf = (type: string, body: Buffer): ErrorDocument => ({ type, body });

/**
 * Reads the error pages that the build has drawn in full. A program that asks the API for JSON gets its errors as that, and a fault of
 * the API is JSON for everybody.
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
