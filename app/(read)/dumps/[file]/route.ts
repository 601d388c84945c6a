import { createReadStream } from 'node:fs';
import parseRange from 'range-parser';
import { knownTag } from '@/lib/http/validators';
import { settings } from '@/lib/settings';
import { findDump } from '@/server/import-export/dumps/folder';

type Context = RouteContext<'/dumps/[file]'>;

/** Sends a dump, or a range of it to resume a download. Only files in the manifest are found. */
export async function GET(request: Request, { params }: Context) {
  const { file } = await params;
  const dump = findDump(settings().DATABASE_PATH, file);
  if (!dump) return new Response('Dump not found.\n', { status: 404 });

  const { path, bytes, mediaType, modified } = dump;
  const etag = `"${dump.etag}"`;
  const lastModified = modified.toUTCString();
  const headers = {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${file}"`,
    'Cache-Control': 'public, max-age=0, must-revalidate, no-transform',
    'Accept-Ranges': 'bytes',
    ETag: etag,
    'Last-Modified': lastModified,
  };
  const known = {
    tags: request.headers.get('if-none-match'),
    since: request.headers.get('if-modified-since'),
  };
  if (knownTag(known, { etags: [etag], modifiedAt: Date.parse(lastModified) }) !== undefined) {
    return new Response(null, { status: 304, headers });
  }

  const range = readRange(request, bytes, etag);
  if (range === 'beyond') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${bytes}` },
    });
  }
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  const part = range ? { 'Content-Range': `bytes ${start}-${end}/${bytes}` } : {};
  return new Response(request.method === 'HEAD' ? null : read(path, start, end), {
    status: range ? 206 : 200,
    headers: { ...headers, ...part, 'Content-Length': String(end - start + 1) },
  });
}

export const HEAD = GET;

/** Returns the requested range; a request for several ranges gets the whole file. */
function readRange(request: Request, bytes: number, etag: string) {
  // Ranges apply to GET only (RFC 9110, section 14.2).
  const range = request.method === 'GET' ? request.headers.get('range') : null;
  const condition = request.headers.get('if-range');
  if (range === null || (condition !== null && condition !== etag)) return undefined;
  const ranges = parseRange(bytes, withinBounds(range, bytes));
  if (ranges === -1) return 'beyond';
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
  return ranges[0];
}

/** A suffix range longer than the file means all of it (RFC 9110, section 14.1.2). */
function withinBounds(range: string, bytes: number): string {
  const last = /^bytes=-(\d+)$/.exec(range)?.[1];
  return last !== undefined && Number(last) > bytes ? 'bytes=0-' : range;
}

function read(path: string, start: number, end: number) {
  const chunks: AsyncIterator<Buffer> = createReadStream(path, { start, end })[
    Symbol.asyncIterator
  ]();
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    // Closes the file if the client disconnects.
    cancel: async () => {
      await chunks.return?.();
    },
  });
}
