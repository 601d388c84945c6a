import { documentOfNumber, type Kind } from '@/lib/search/document-number';
import { prepared } from '@/db/client';
import { grids, packages } from '@/db/schema';
import { isInIds } from './conditions';

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
    .where(isInIds(packages.id))
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
    .where(isInIds(grids.id))
    .prepare(),
);

/** The data that these documents are ranked by, in the given order; documents whose record has been deleted are skipped. */
export function listCandidates(numbers: number[]) {
  const documents = numbers.map((number) => ({ number, ...documentOfNumber(number) }));
  const idsOf = (kind: Kind) =>
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
        .map((candidate) => [candidate.id, { ...candidate, pypiName: null, health: null }]),
    ),
  };
  return documents.flatMap(({ kind, id, number, prior }) => {
    const row = rows[kind].get(id);
    if (row === undefined) return [];
    const { title, slug, pypiName, description, health } = row;
    const names = [...new Set([title, slug, pypiName ?? slug])];
    return [{ kind, id, number, slug, title, pypiName, names, description, health, prior }];
  });
}
