import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { manifestSchema, type Manifest } from '../export/manifest';

/** Where the dumps of a database lie: beside it. */
export function dumpsFolder(databasePath: string): string {
  return `${resolve(databasePath)}-dumps`;
}

/** The name of the set that is served, in a file of its own, so that one set takes the place of another in one step. */
export const CURRENT = 'current';

export const MANIFEST = 'manifest.json';

export interface Dumps {
  folder: string;
  manifest: Manifest;
  /** The manifest as it is written. */
  text: string;
}

/** The newest whole set of dumps; undefined where none was written yet. */
export function findDumps(databasePath: string): Dumps | undefined {
  const all = dumpsFolder(databasePath);
  try {
    const set = readFileSync(join(all, CURRENT), 'utf8').trim();
    const folder = join(all, set);
    const text = readFileSync(join(folder, MANIFEST), 'utf8');
    // One that an earlier release wrote may say less; the next dumps take its place.
    const manifest = manifestSchema.safeParse(JSON.parse(text)).data;
    return manifest && { folder, manifest, text };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A dump as it lies on the disk: only what the manifest names, and the manifest itself, can be found. */
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
