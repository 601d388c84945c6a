import { packageHome } from '@/lib/import/incoming/package';
import { nameOf, type Problem, type RecordKind } from '@/lib/import/problem';
import { resolve, type Preference, type Resolved } from '@/lib/import/resolve';
import type { Staging } from '../staging';
import type { ImportContext } from './context';
import { listIdentities } from './identity';
import { walk } from './walk';

interface Options {
  isDry: boolean;
  prefer: Preference;
  prunes: RecordKind[];
}

/** Resolves every record before any of them is changed. */
export function prepare(
  staging: Staging,
  options: Options,
  problems: Problem[],
  change: ImportContext['change'],
): ImportContext {
  const local = {
    category: listIdentities('category'),
    package: listIdentities('package'),
    grid: listIdentities('grid'),
  };
  const resolveKind = (kind: RecordKind) =>
    resolve(kind, staging.listIdentities(kind), local[kind], options.prefer);
  const resolved = {
    category: resolveKind('category'),
    package: resolveKind('package'),
    grid: resolveKind('grid'),
  };
  for (const it of Object.values(resolved)) problems.push(...it.problems);
  skipWithoutCategory(staging, resolved, problems);
  const byId = (kind: RecordKind) => new Map(local[kind].map((it) => [it.id, it]));
  return {
    isDry: options.isDry,
    prefer: options.prefer,
    isPruning: options.prunes.length > 0,
    resolved,
    before: { category: byId('category'), package: byId('package'), grid: byId('grid') },
    change,
    hosts: new Set(),
    report: (problem) => problems.push(problem),
  };
}

/** Skips packages whose category doesn't exist. */
function skipWithoutCategory(
  staging: Staging,
  { category, package: known }: Record<RecordKind, Resolved>,
  problems: Problem[],
): void {
  for (const document of walk(staging, 'package')) {
    const { id, slug, category: home } = packageHome.parse(document);
    if (!known.taken.has(id) || category.localIdOf(home.id) !== undefined) continue;
    known.taken.delete(id);
    const why = `its category ${home.id} is neither here nor in the source`;
    problems.push({ at: nameOf('package', id, slug), why, isSkipped: true });
  }
}
