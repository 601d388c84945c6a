import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import type { Staging } from '@/db/writes/staging';
import { UnreadableText } from '@/lib/import/problem';
import { documentsIn } from '@/lib/import/read-text';
import { checkDocuments } from './stage';

/** Maximum uncompressed size of a file in bytes, unless it has one document per line. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Number of lines kept in memory at a time. */
const BATCH = 200;

const readable = /\.(json|ndjson|jsonl|txt|html?)(\.gz)?$/i;

/** Files of an export that contain no documents. */
const isBeside = (path: string) => /^manifest\.json(\.gz)?$/.test(basename(path));

/** Lists the files in and below a folder that may contain documents, in a stable order; or just the given file. */
function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((it) => it.isFile() && readable.test(it.name) && !isBeside(it.name))
    .map((it) => join(it.parentPath, it.name))
    .sort();
}

interface Progress {
  onProgress: (read: number, total: number) => void;
}

/** Stages the documents of a file or folder and returns the number of files. Files that can't be read are recorded as problems. */
export async function gatherFiles(path: string, staging: Staging, { onProgress }: Progress) {
  const files = listFiles(path);
  for (const [index, file] of files.entries()) {
    onProgress(index, files.length);
    await gatherFile(file, staging);
  }
  onProgress(files.length, files.length);
  return files.length;
}

async function gatherFile(path: string, staging: Staging): Promise<void> {
  try {
    if (/\.(ndjson|jsonl)(\.gz)?$/i.test(path)) await gatherLines(path, staging);
    else {
      const { documents, problems } = checkDocuments(documentsIn(await readText(path)), path);
      staging.saveDocuments(documents, problems);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isOfFile = 'code' in error && error.name !== 'SqliteError';
    if (!(error instanceof UnreadableText) && !isOfFile) throw error;
    staging.saveDocuments([], [{ at: path, why: error.message, isSkipped: true }]);
  }
}

/** Reads one document per line, so that any number of them needs little memory. */
async function gatherLines(path: string, staging: Staging): Promise<void> {
  let lines: string[] = [];
  let read = 0;
  const flush = () => {
    for (const line of lines) {
      read += 1;
      const { documents, problems } = checkLine(line, `${path}:${read}`);
      staging.saveDocuments(documents, problems);
    }
    lines = [];
  };
  for await (const line of createInterface({ input: open(path), crlfDelay: Infinity })) {
    lines.push(line);
    if (lines.length >= BATCH) flush();
  }
  flush();
}

function checkLine(line: string, at: string) {
  if (line.trim() === '') return { documents: [], problems: [] };
  try {
    return checkDocuments(documentsIn(line), at);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    return { documents: [], problems: [{ at, why: error.message, isSkipped: true }] };
  }
}

function open(path: string) {
  const file = createReadStream(path);
  const output = new PassThrough();
  // Read and gunzip errors are passed on to the reader of the stream.
  const steps = path.endsWith('.gz')
    ? pipeline(file, createGunzip(), output)
    : pipeline(file, output);
  steps.catch((error: unknown) => output.destroy(error instanceof Error ? error : undefined));
  return output;
}

async function readText(path: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const source: AsyncIterable<Buffer> = open(path);
  for await (const chunk of source) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new UnreadableText(`is larger than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
