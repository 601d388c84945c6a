import { prepared } from '../client';

const GIVEN = 'in (select value from json_each(:ids))';

const statements = prepared(({ $client: client }) => ({
  columns: client.prepare<{ ids: string }>(`
    update packages set
      (
        repo_description, repo_watchers, repo_forks, repo_figures_at, licence, last_commit_at, commits_as_of,
        last_fetched_at, snapshot_at
      ) = (
        select description, stars, forks, figures_at, license, last_commit_at, commits_as_of, fetched_at, snapshot_at
        from repositories where package_id = packages.id
      ),
      pypi_download_rank = (select download_rank from pypi_projects where package_id = packages.id)
    where id ${GIVEN}`),
  // The week of a time, as the migration 0009_parted_packages computes it: it begins on Monday, and 1970-01-01 was a Thursday.
  samples: client.prepare<{ ids: string }>(`
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
