import { documentOfNumber } from '@/lib/search/document-number';
import { prepared } from '../client';
import { grids, packages } from '../schema';
import { isAmong } from './conditions';

const packageCandidates = prepared((db) =>
  db
    .select({
      id: packages.id,
      title: packages.title,
      slug: packages.slug,
      pypiName: packages.pypiName,
      description: packages.repoDescription,
      health: packages.health,
    })
    .from(packages)
    .where(isAmong(packages.id))
    .prepare(),
);

const gridCandidates = prepared((db) =>
  db
    .select({
      id: grids.id,
      title: grids.title,
      slug: grids.slug,
      description: grids.description,
    })
    .from(grids)
    .where(isAmong(grids.id))
    .prepare(),
);

export type Candidate = ReturnType<typeof listCandidates>[number];

/** What a search must know of these documents to rank them, in their order; one whose record is gone is left out. */
export function listCandidates(numbers: number[]) {
  const documents = numbers.map((number) => ({ number, ...documentOfNumber(number) }));
  const idsOf = (kind: 'package' | 'grid') =>
    JSON.stringify(documents.filter((it) => it.kind === kind).map(({ id }) => id));
  const rows = {
    package: new Map(
      packageCandidates()
        .all({ ids: idsOf('package') })
        .map((it) => [it.id, it]),
    ),
    grid: new Map(
      gridCandidates()
        .all({ ids: idsOf('grid') })
        .map((it) => [it.id, { ...it, pypiName: null, health: null }]),
    ),
  };
  return documents.flatMap(({ kind, id, number, prior }) => {
    const row = rows[kind].get(id);
    if (row === undefined) return [];
    const { title, slug, pypiName, description, health } = row;
    const names = [...new Set([title, slug, pypiName ?? slug])];
    return [{ kind, id, number, slug, title, names, description, health, prior }];
  });
}
