import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { manifestSchema, type Manifest } from '../export/manifest';

/** Returns the folder of a database's dumps, next to the database file. */
export function dumpsFolder(databasePath: string): string {
  return `${resolve(databasePath)}-dumps`;
}

/** Name of the file that names the served set, so that one set replaces another in one step. */
export const CURRENT = 'current';

export const MANIFEST = 'manifest.json';

export interface Dumps {
  folder: string;
  manifest: Manifest;
  /** The manifest's JSON text. */
  text: string;
}

/** Returns the newest complete set of dumps, or undefined if there is none yet. */
export function findDumps(databasePath: string): Dumps | undefined {
  const all = dumpsFolder(databasePath);
  try {
    const set = readFileSync(join(all, CURRENT), 'utf8').trim();
    const folder = join(all, set);
    const text = readFileSync(join(folder, MANIFEST), 'utf8');
    // A manifest written by an earlier release may lack fields; the next dumps replace it.
    const manifest = manifestSchema.safeParse(JSON.parse(text)).data;
    return manifest && { folder, manifest, text };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Returns a dump file on disk. Only the manifest and the files that it names can be found. */
export function findDump(databasePath: string, name: string) {
  const dumps = findDumps(databasePath);
  if (!dumps) return undefined;
  const { folder, manifest, text } = dumps;
  const modified = new Date(manifest.written);
  if (name === MANIFEST) {
    const path = join(folder, MANIFEST);
    const etag = createHash('sha256').update(text).digest('hex');
    return { path, mediaType: 'application/json', bytes: statSync(path).size, etag, modified };
  }
  const file = manifest.files.find((it) => it.name === name);
  if (!file) return undefined;
  const { media_type: mediaType, bytes, sha256: etag } = file;
  return { path: join(folder, file.name), mediaType, bytes, etag, modified };
}
