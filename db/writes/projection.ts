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
  // The week of a time, as the migration 0016_weekly_metrics computes it: it begins on Monday, and 1970-01-01 was a Thursday.
  weeks: db.$client.prepare<{ ids: string }>(`
    insert into weekly_metrics (package_id, week, stars, forks, open_issues, downloads, source)
    select package_id, ((at / 86400000000 + 3) / 7 * 7 - 3) * 86400000000, stars, forks, open_issues, downloads, source from (
      select package_id, figures_at as at, stars, forks, open_issues, null as downloads, figures_source as source
      from repositories where package_id ${GIVEN} and ifnull(stars, ifnull(forks, open_issues)) is not null
      union all
      select package_id, downloads_at, null, null, null, downloads, null
      from pypi_projects where package_id ${GIVEN} and downloads is not null
    ) where at > 0
    on conflict do update set stars = ifnull(excluded.stars, stars), forks = ifnull(excluded.forks, forks),
      open_issues = ifnull(excluded.open_issues, open_issues), downloads = ifnull(excluded.downloads, downloads), source = ifnull(excluded.source, source)
    where excluded.stars <> ifnull(stars, -1) or excluded.forks <> ifnull(forks, -1)
      or excluded.open_issues <> ifnull(open_issues, -1) or excluded.downloads <> ifnull(downloads, -1)`),
}));

/**
 * Copies the figures that lists show and sort by from `repositories` and `pypi_projects` into the rows of these packages, and keeps each
 * week's reading of them. Call it in the transaction that changed them.
 */
export function projectPackages(ids: number[]): void {
  const { columns, weeks } = statements();
  const given = { ids: JSON.stringify(ids) };
  columns.run(given);
  weeks.run(given);
}
