import { ComparisonTable } from '@/components/tables/comparison-table';
import { comparisonLink, withoutFilters, type ComparisonQuery } from '@/lib/comparison/query';
import type { ComparisonSource } from '@/lib/comparison/source';
import { pairOf, type ComparisonView } from '@/lib/comparison/view';
import type { Clock } from '@/lib/time';
import { Controls } from './controls';
import { Pair } from './pair';
import { Pinned } from './pinned';
import { Takeaway } from './takeaway';
import { TickForm } from './tick-form';

interface ComparisonProps {
  /** Path of the comparison without parameters. */
  path: string;
  /** What is compared; the accessible name of the table. */
  caption: string;
  source: ComparisonSource;
  view: ComparisonView;
  clock: Clock;
  /** Code that embeds this comparison in another site, if available. */
  embed?: string;
}

/** A comparison with all its controls. Phones show two packages unless the whole table is requested. */
export function Comparison({ path, caption, source, view, clock, embed }: ComparisonProps) {
  const { query, packages, groups, layout } = view;
  const linkTo = (changed: Partial<ComparisonQuery>) =>
    comparisonLink(path, { ...query, ...changed });
  const isPaired = packages.length > 2 && !query.whole;
  return (
    <>
      <Controls path={path} view={view} groups={source.groups} />
      <Pinned packages={packages} query={query} linkTo={linkTo} />
      {packages.length === 0 ? (
        <p className="max-w-prose py-6">
          No package of this comparison passes these filters. Take one of them away, or{' '}
          <a href={comparisonLink(path, withoutFilters(query))} className="underline">
            see all {source.packages.length}
          </a>
          .
        </p>
      ) : (
        <>
          {isPaired && (
            <Pair path={path} {...pairOf(view)} all={packages} query={query} clock={clock} />
          )}
          <TickForm path={path} query={query} isPaired={isPaired} hasTwo={packages.length > 2}>
            <ComparisonTable
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
        </>
      )}
      <Takeaway
        embed={embed}
        links={['csv', 'json', 'md'].map((format) => ({
          format,
          href: comparisonLink(`${path}table.${format}`, query),
        }))}
      />
    </>
  );
}
