import { expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import {
  listCellsOfPackages,
  listFeaturesOfGrids,
  listSelectedPackages,
  listSharedGrids,
} from '@/db/queries/selections';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const idsOf = (slugs: string[]) => listSelectedPackages(slugs).map(({ id }) => id);

test('selected packages have the data of packages in a grid', () => {
  const ofGrid = listComparedPackages(findGrid('workers-queues-tasks')?.id ?? 0);
  expect(listSelectedPackages(ofGrid.map(({ slug }) => slug).toReversed())).toEqual(ofGrid);
});

test('only grids with two of the packages are shared, those with the most first', () => {
  const ids = idsOf(['celery', 'huey', 'django-q', 'django-celery', 'wagtail']);
  const plain: { slug: string; held: number }[] = database().all(sql`
    select grids.slug, count(*) as held from grids join grid_packages on grid_id = grids.id
    join packages on packages.id = package_id
    where packages.slug in ('celery', 'huey', 'django-q', 'django-celery', 'wagtail')
    group by grids.id having held > 1 order by held desc, grids.title`);
  expect(plain.length).toBeGreaterThan(1);
  expect(listSharedGrids(ids).map(({ slug }) => slug)).toEqual(plain.map(({ slug }) => slug));
  expect(listSharedGrids(idsOf(['celery', 'wagtail']))).toEqual([]);
});

test('features and cells of a selection are those of its grids', () => {
  const { id = 0 } = findGrid('workers-queues-tasks') ?? {};
  const features = listFeaturesOfGrids([id]).map(({ gridId, ...feature }) => {
    expect(gridId).toBe(id);
    return feature;
  });
  expect(features).toEqual(listFeatures(id));

  const own = new Set(features.map((it) => it.id));
  const all = listComparedPackages(id).map((it) => it.id);
  const inGrid = listCellsOfPackages(all).filter((cell) => own.has(cell.featureId));
  const byPlace = (a: { featureId: number; packageId: number }, b: typeof a) =>
    a.featureId - b.featureId || a.packageId - b.packageId;
  expect(inGrid.sort(byPlace)).toEqual(listCells(id).sort(byPlace));
});
