import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { countCatalogue } from '@/db/queries/catalogue';
import { readSnapshot } from '@/db/queries/metadata';
import type { Setting } from '@/lib/api/documents';
import type { Scope } from '@/lib/api/metadata';
import { exportFiles, type ExportFormat } from './files';

interface Written {
  name: string;
  mediaType: string;
  holds: string;
  bytes: number;
  sha256: string;
  records: number | null;
}

/**
 * Writes the files of the given formats into a folder, all from one snapshot of the database. Each is written under a temporary name first,
 * so that existing files are always complete. The same database gives the same bytes.
 */
export function writeExport(folder: string, formats: ExportFormat[], setting: Setting & Scope) {
  mkdirSync(folder, { recursive: true });
  const wanted = exportFiles.filter(({ format }) => formats.includes(format));
  return readSnapshot(() => ({
    counts: countCatalogue(),
    files: wanted.map(({ name, mediaType, holds, heads, text }): Written => {
      const { pieces, ...written } = writeText(join(folder, name), text(setting));
      const records = heads === undefined ? null : pieces - heads;
      return { name, mediaType, holds, ...written, records };
    }),
  }));
}

/** Characters to buffer before writing. */
const CHUNK = 256 * 1024;

/** Writes a text piece by piece, to bound memory use. */
export function writeText(path: string, text: Iterable<string>) {
  const temporary = `${path}.${process.pid}.part`;
  const hash = createHash('sha256');
  const file = openSync(temporary, 'w');
  let [pieces, bytes, chunk] = [0, 0, ''];
  const flush = () => {
    const buffer = Buffer.from(chunk);
    hash.update(buffer);
    writeWhole(file, buffer);
    bytes += buffer.length;
    chunk = '';
  };
  try {
    for (const piece of text) {
      pieces += 1;
      chunk += piece;
      if (chunk.length >= CHUNK) flush();
    }
    flush();
    fsyncSync(file);
    renameSync(temporary, path);
  } finally {
    closeSync(file);
    // Only still there if something went wrong.
    rmSync(temporary, { force: true });
  }
  return { pieces, bytes, sha256: hash.digest('hex') };
}

/** Writes a whole buffer; a single `writeSync` may write only part of it. */
function writeWhole(file: number, buffer: Buffer): void {
  for (let at = 0; at < buffer.length;) at += writeSync(file, buffer, at);
}
