import { readDatabaseState } from '@/db/state';
import type { SiteFigures, WorkerFigures } from '@/server/primary/messages';

/** The content of `/health/`: figures and versions, but nothing that could help an attacker. */
export function healthDocument(site: SiteFigures | undefined, own: WorkerFigures) {
  const database = stateOfDatabase();
  const workers = site?.workers ?? [own];
  const origins = site?.origins ?? [];
  const unstripped = origins.flatMap((it) =>
    'unstripped_route' in it ? (it.unstripped_route ?? []) : [],
  );
  return {
    status: statusOf(database !== undefined && own.pages !== 'failing', unstripped.length > 0),
    pages: own.pages,
    unstripped_route: unstripped[0] ?? null,
    uptime_seconds: site?.uptime_seconds ?? own.uptime_seconds,
    database: database ?? null,
    cache: sum(workers.map((it) => ('cache' in it ? it.cache : {}))),
    renders: sum(origins.map((it) => ('renders' in it ? it.renders : {}))),
    restarts: site?.restarts ?? 0,
    primary: site?.primary ?? null,
    workers,
    origins,
  };
}

export type HealthDocument = ReturnType<typeof healthDocument>;

/** A page that keeps its scripts still works, but is rendered again for each client. */
function statusOf(isWorking: boolean, hasUnstripped: boolean) {
  if (!isWorking) return 'failing';
  return hasUnstripped ? 'degraded' : 'ok';
}

/** The reason goes only to the error log, as it may name folders. */
function stateOfDatabase() {
  try {
    return readDatabaseState();
  } catch (error) {
    process.stderr.write(`The database can't be read: ${String(error)}\n`);
    return undefined;
  }
}

function sum(caches: Record<string, number>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [name, figure] of caches.flatMap((it) => Object.entries(it))) {
    total[name] = (total[name] ?? 0) + figure;
  }
  return total;
}

/** Formats the document as lines, such as `workers.0.pid: 1234`. */
export function healthText(document: HealthDocument): string {
  return linesOf(document, '').join('\n') + '\n';
}

function linesOf(value: unknown, name: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${name}: ${String(value)}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    linesOf(inner, name === '' ? key : `${name}.${key}`),
  );
}
