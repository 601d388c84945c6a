import { readDatabaseState } from '@/db/state';
import type { SiteFigures, WorkerFigures } from '../cluster/messages';

/** What `/health/` says: figures and versions, and nothing that a stranger could use. */
export function healthDocument(site: SiteFigures | undefined, own: WorkerFigures) {
  const database = stateOfDatabase();
  const workers = site?.workers ?? [own];
  return {
    status: database ? ('ok' as const) : ('failing' as const),
    uptime_seconds: site?.uptime_seconds ?? own.uptime_seconds,
    database: database ?? null,
    cache: sum(workers.map((it) => ('cache' in it ? it.cache : {}))),
    restarts: site?.restarts ?? 0,
    primary: site?.primary ?? null,
    workers,
  };
}

export type HealthDocument = ReturnType<typeof healthDocument>;

/** The reason goes where the other errors go: it may name folders. */
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

/** The same in lines, such as `workers.0.pid: 1234`. */
export function healthText(document: HealthDocument): string {
  return linesOf(document, '').join('\n') + '\n';
}

function linesOf(value: unknown, name: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${name}: ${String(value)}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    linesOf(inner, name === '' ? key : `${name}.${key}`),
  );
}
