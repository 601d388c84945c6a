import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { z } from 'zod';
import { database } from '@/db/client';
import { pathStatements, type Statement } from './statement';

/** Baseline for rendering: only `node:http`, running the SQL of a page and sending the rows as JSON. */
function serve(file: string, port: string): void {
  const pages = z.array(pathStatements).parse(JSON.parse(readFileSync(file, 'utf8')));
  const reads = new Map(pages.map((it) => [it.path, it.statements.map(prepare)]));
  const server = createServer((request, response) => {
    const page = reads.get(request.url ?? '');
    const body = JSON.stringify(page?.map((read) => read()) ?? null);
    response.writeHead(page ? 200 : 404, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    });
    response.end(body);
  });
  server.listen(Number(port));
}

function prepare({ sql, values, method, isRaw }: Statement): () => unknown {
  const prepared = database().$client.prepare(sql);
  if (isRaw) prepared.raw();
  return () => (method === 'all' ? prepared.all(...values) : prepared.get(...values));
}

serve(process.argv[2] ?? '', process.env['PORT'] ?? '');
