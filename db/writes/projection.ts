import { and, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { projected } from '../queries/collected';
import { isInIds } from '../queries/conditions';
import { packages, pypiProjects, repositories } from '../schema';

const GIVEN = 'in (select value from json_each(:ids))';

const copies = Object.fromEntries(
  Object.entries(projected).map(([name, column]) => [name, sql`${column}`]),
);

const statements = prepared((db) => ({
  columns: db
    .update(packages)
    .set(copies)
    .from(repositories)
    .innerJoin(pypiProjects, eq(pypiProjects.packageId, repositories.packageId))
    .where(and(eq(repositories.packageId, packages.id), isInIds(packages.id)))
    .prepare(),
  // The week of a time, as the migration 0009_parted_packages computes it: it begins on Monday, and 1970-01-01 was a Thursday.
  samples: db.$client.prepare<{ ids: string }>(`
    insert into metric_samples (package_id, metric, week, value)
    select package_id, metric, ((figures_at / 86400000000 + 3) / 7 * 7 - 3) * 86400000000, value from (
      select package_id, figures_at, 'stars' as metric, stars as value from repositories where package_id ${GIVEN}
      union all
      select package_id, figures_at, 'forks', forks from repositories where package_id ${GIVEN}
    ) where value is not null and figures_at > 0
    on conflict do update set value = excluded.value where value <> excluded.value`),
}));

/**
 * Copies the figures that lists show and sort by from `repositories` and `pypi_projects` into the rows of these packages, and keeps each
 * week's reading of them. Call it in the transaction that changed them.
 */
export function projectPackages(ids: number[]): void {
  const { columns, samples } = statements();
  const given = { ids: JSON.stringify(ids) };
  columns.run(given);
  samples.run(given);
}
