import type { ReactNode } from 'react';
import { ComparisonTable } from '@/components/tables/comparison-table';
import { comparisonLink, withoutFilters, type ComparisonQuery } from '@/lib/comparison/query';
import type { ComparisonSource } from '@/lib/comparison/source';
import { pairOf, type ComparisonView } from '@/lib/comparison/view';
import type { Clock } from '@/lib/time';
import { Controls } from './controls';
import { JumpLinks } from './jump-links';
import { Legend } from './legend';
import { Pair } from './pair';
import { Pinned } from './pinned';
import { TickForm } from './tick-form';

interface ComparisonProps {
  /** Path of the comparison without parameters. */
  path: string;
  /** What is compared; the accessible name of the table. */
  caption: string;
  source: ComparisonSource;
  view: ComparisonView;
  clock: Clock;
  /** Links to the other views of a grid. */
  views?: ReactNode;
}

/** Id of the table, which the second skip link leads to. */
const TABLE = 'comparison';

/** A comparison with all its controls. Phones show two packages unless the whole table is requested. */
export function Comparison({ path, caption, source, view, clock, views }: ComparisonProps) {
  const { query, packages, groups, layout } = view;
  const linkTo = (changed: Partial<ComparisonQuery>) =>
    comparisonLink(path, { ...query, ...changed });
  const isPaired = packages.length > 1 && !query.whole;
  return (
    <>
      <Controls path={path} view={view} groups={source.groups} views={views}>
        {packages.length > 0 && <JumpLinks id={TABLE} groups={groups} layout={layout} />}
      </Controls>
      <Pinned packages={packages} query={query} linkTo={linkTo} />
      {packages.length === 0 ? (
        <p className="max-w-prose py-6">
          No packages match these filters. Remove one, or{' '}
          <a href={comparisonLink(path, withoutFilters(query))} className="underline">
            show all {source.packages.length}
          </a>
          .
        </p>
      ) : (
        <>
          {isPaired && (
            <Pair path={path} {...pairOf(view)} all={view.sorted} query={query} clock={clock} />
          )}
          <TickForm path={path} query={query} isPaired={isPaired} hasTwo={packages.length > 2}>
            <ComparisonTable
              id={TABLE}
              caption={caption}
              packages={packages}
              groups={groups}
              clock={clock}
              layout={layout}
              density={query.density}
              hasEvidence={query.evidence}
              sort={query.sort}
              sortHref={(sort) => linkTo({ sort })}
              hasTicks
            />
          </TickForm>
          <Legend />
        </>
      )}
    </>
  );
}
