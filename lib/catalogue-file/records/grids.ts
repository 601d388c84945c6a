import type { Micros } from '@/lib/time';
import type { CatalogueFile, CatalogueGrid } from '../shape';
import { required, type Counters } from './ids';
import { timestampsOf, type Timestamps } from './timestamps';

/** A grid's own columns. */
export function gridColumns(it: CatalogueGrid, id: number, moments: Timestamps) {
  return {
    id,
    slug: it.slug,
    title: it.title,
    description: it.description,
    isLocked: it.is_locked,
    isHeader: it.header,
    ...timestampsOf(it, moments),
  };
}

interface MembershipRecord {
  id: number;
  gridId: number;
  packageId: number;
  createdAt: Micros;
}

/** Memberships in the order of each package's own list, which is the order in which the API lists its grids. */
export function joinGrids(
  file: CatalogueFile,
  packageIds: (slug: string) => number,
  gridIds: (slug: string) => number,
  nextId: () => number,
  { generatedAt }: Timestamps,
): Map<string, MembershipRecord> {
  const known = new Map<string, { created: Micros; row?: number | undefined }>(
    file.grids.flatMap(({ slug, memberships }) =>
      memberships.map((it) => [`${slug} ${it.package}`, it] as const),
    ),
  );
  return new Map<string, MembershipRecord>(
    file.packages.flatMap((it) =>
      it.grids.map((grid): [string, MembershipRecord] => {
        const key = `${grid} ${it.slug}`;
        const own = known.get(key);
        const record = {
          id: own?.row ?? nextId(),
          gridId: gridIds(grid),
          packageId: packageIds(it.slug),
          createdAt: own?.created ?? generatedAt,
        };
        return [key, record];
      }),
    ),
  );
}

/** The features and cells of a grid. */
export function tableOf(
  grid: CatalogueGrid,
  gridId: number,
  membershipOf: Map<string, MembershipRecord>,
  next: Counters,
  moments: Timestamps,
) {
  const made = timestampsOf(grid, moments);
  const features = grid.features.map((it) => ({
    id: it.row ?? next.feature(),
    gridId,
    title: it.title,
    description: it.description,
    createdAt: it.created ?? made.createdAt,
    modifiedAt: it.modified ?? made.modifiedAt,
  }));
  const featureIds = new Map(grid.features.map(({ id }, index) => [id, features[index]?.id]));
  const elements = grid.elements.map((it) => {
    const membership = required(membershipOf.get(`${grid.slug} ${it.package}`));
    return {
      id: it.row ?? next.element(),
      gridId,
      featureId: required(featureIds.get(it.feature)),
      membershipId: membership.id,
      packageId: membership.packageId,
      text: it.text,
      evidence: it.evidence,
      createdAt: it.created ?? made.createdAt,
      modifiedAt: it.modified ?? made.modifiedAt,
    };
  });
  return { features, elements };
}
