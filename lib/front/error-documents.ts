import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface ErrorDocument {
  html: Buffer;
  gzip: Buffer;
}

export type ErrorDocuments = Partial<Record<number, ErrorDocument>>;

/** Reads the error pages that the build has drawn in full, by their status. */
export function readErrorDocuments(buildFolder: string): ErrorDocuments {
  const read = (name: string): ErrorDocument => {
    const html = readFileSync(join(buildFolder, 'server', 'app', name));
    return { html, gzip: gzipSync(html) };
  };
  return { 404: read('_not-found.html'), 500: read('_global-error.html') };
}
