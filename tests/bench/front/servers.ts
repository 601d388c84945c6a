import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE } from '@/server/cli/child';
import { siteSettings, startServer, type Running } from '../server';
import { askFound } from './answer';
import { NEXT_START } from './programs';
import { recordStatements } from './statements';

/** The servers measured side by side, by their name in the tables. */
export type Servers = Record<ServerName, Running>;
export const serverNames = ['hit', 'miss', 'next start', 'same SQL', 'same bytes'] as const;
export type ServerName = (typeof serverNames)[number];

const sameBytes = fileURLToPath(new URL('./same-bytes.ts', import.meta.url));
const sameStatements = fileURLToPath(new URL('./same-statements.ts', import.meta.url));

/** Never reached; a limit of 0 would disable counting. */
const UNREACHED_LIMIT = '9999999';

const frontSettings = { WORKERS: '1', RATE_LIMIT: UNREACHED_LIMIT, REQUEST_LOG: 'on' };

/** Runs the server with and without its cache, plain Next and the two baselines, one process each, while `use` requests the paths. */
export async function withServers<Result>(
  databasePath: string,
  paths: string[],
  use: (servers: Servers) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'packgrid-bench-'));
  const started: Running[] = [];
  const start = async (program: string[], settings: Record<string, string> = {}) => {
    const server = await startServer(program, { ...siteSettings(databasePath), ...settings });
    started.push(server);
    return server;
  };
  const startFloor = async (program: string, name: string, content: unknown) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(content));
    return start(['--import', 'tsx', program, file]);
  };
  try {
    const statements = await recordStatements(databasePath, paths, join(folder, 'recorded'));
    const hit = await start(SITE, frontSettings);
    return await use({
      hit,
      miss: await start(SITE, { ...frontSettings, CACHE_MEGABYTES: '0' }),
      'next start': await start(NEXT_START),
      'same SQL': await startFloor(sameStatements, 'statements.json', statements),
      'same bytes': await startFloor(sameBytes, 'bytes.json', await keep(hit, paths)),
    });
  } finally {
    for (const server of started) await server.end();
    rmSync(folder, { recursive: true });
  }
}

/** Responses to the second request, which come from the cache. */
async function keep({ port }: Running, paths: string[]) {
  const kept = [];
  for (const path of paths) {
    await askFound(port, path);
    const { headers, body } = await askFound(port, path);
    kept.push({ path, headers, body: body.toString('base64') });
  }
  return kept;
}
