import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Setting } from '@/lib/api/documents';
import type { Micros } from '@/lib/time';
import { exportFormats } from '../export/files';
import { manifestText } from '../export/manifest';
import { writeExport, writeText } from '../export/write';
import { CURRENT, dumpsFolder, findDumps, MANIFEST } from './folder';

interface Options {
  databasePath: string;
  setting: Setting;
  now: Micros;
}

/**
 * Writes gzipped dumps and replaces the previous set in one step. Returns false, and keeps the previous set, if the catalogue has not
 * changed.
 */
export async function writeDumps({ databasePath, setting, now }: Options): Promise<boolean> {
  const all = dumpsFolder(databasePath);
  mkdirSync(all, { recursive: true });
  clearLeftovers(all);
  const folder = mkdtempSync(join(all, `${BEGUN}${process.pid}-`));
  try {
    const { counts, files } = writeExport(folder, [...exportFormats], {
      ...setting,
      isPublic: true,
    });
    const packed = [];
    for (const it of files) packed.push({ ...it, ...(await pack(join(folder, it.name), it.name)) });
    const before = findDumps(databasePath)?.manifest.files.map(({ sha256 }) => sha256);
    const hashes = packed.map(({ sha256 }) => sha256);
    if (hashes.join() === before?.join()) return false;

    writeText(join(folder, MANIFEST), [manifestText({ written: now, counts, files: packed })]);
    publish(all, folder, createHash('sha256').update(hashes.join()).digest('hex').slice(0, 16));
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BEGUN = 'begun-';

/** Gzips a file, always to the same bytes, and deletes the original. */
async function pack(path: string, name: string) {
  const packedPath = `${path}.gz`;
  const hash = createHash('sha256');
  const counted = new PassThrough();
  counted.on('data', (chunk: Buffer) => hash.update(chunk));
  const gzip = createGzip({ level: constants.Z_BEST_COMPRESSION });
  await pipeline(createReadStream(path), gzip, counted, createWriteStream(packedPath));
  rmSync(path);
  const mediaType = 'application/gzip';
  return {
    name: `${name}.gz`,
    mediaType,
    bytes: statSync(packedPath).size,
    sha256: hash.digest('hex'),
  };
}

/** Keeps the previous set for downloads in progress, and deletes older ones. */
function publish(all: string, folder: string, set: string): void {
  const last = readCurrent(all);
  const target = join(all, set);
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
  writeText(join(all, CURRENT), [`${set}\n`]);
  for (const name of listSets(all)) {
    if (name !== set && name !== last) rmSync(join(all, name), { recursive: true, force: true });
  }
}

function readCurrent(all: string): string | undefined {
  try {
    return readFileSync(join(all, CURRENT), 'utf8').trim();
  } catch {
    return undefined;
  }
}

const listSets = (all: string) => readdirSync(all).filter((name) => /^[0-9a-f]{16}$/.test(name));

/** Deletes what killed runs left behind, once it is over an hour old. */
function clearLeftovers(all: string): void {
  for (const name of readdirSync(all)) {
    if (!name.startsWith(BEGUN)) continue;
    const path = join(all, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}
