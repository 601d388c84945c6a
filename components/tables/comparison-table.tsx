import type { ReactNode } from 'react';
import { Standing } from '@/components/text/standing';
import { Unknown } from '@/components/text/unknown';
import { readCell } from '@/lib/comparison/cell';
import {
  bestOf,
  comparable,
  type ComparedPackage,
  type Metric,
  type MetricGroup,
} from '@/lib/comparison/metrics';
import type { Clock } from '@/lib/time';
import { CellText } from './cell-text';
import { Mark, MarkShapes } from './marks';
import { MetricCell } from './metric-cell';

interface Feature {
  id: number;
  title: string;
  description: string;
}

interface ComparisonTableProps {
  /** What is compared; read out as the name of the table. */
  caption: string;
  packages: ComparedPackage[];
  groups: MetricGroup[];
  features: Feature[];
  /** The text of a cell by feature and package; undefined where nobody filled it in. */
  cellText: (featureId: number, packageId: number) => string | undefined;
  clock: Clock;
}

/** Packages across, metrics and features down: every package and every cell, however many. */
export function ComparisonTable({
  caption,
  packages,
  groups,
  features,
  cellText,
  clock,
}: ComparisonTableProps) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="relative max-h-[88dvh] scroll-pt-20 scroll-pl-40 overflow-auto border-y border-line"
    >
      <MarkShapes />
      <table className="border-separate border-spacing-0 text-table [&_td]:h-9 [&_td]:border-b [&_td]:border-line [&_td]:px-3 [&_td]:py-1.5 [&_td]:align-top [&_th]:border-b [&_th]:border-line [&_th]:px-3 [&_th]:py-1.5 [&_th]:align-top">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 bg-paper text-left text-caption font-normal text-quiet"
            >
              Package
            </th>
            {packages.map((it) => (
              <PackageHead key={it.slug} it={it} />
            ))}
          </tr>
        </thead>
        {groups.map(({ title, metrics }) => (
          <RowGroup key={title} title={title} span={packages.length}>
            {metrics.map((metric) => (
              <MetricRow key={metric.key} metric={metric} packages={packages} clock={clock} />
            ))}
          </RowGroup>
        ))}
        {features.length > 0 && (
          <RowGroup title="What can it do?" span={packages.length}>
            {features.map((feature) => (
              <Row key={feature.id} title={feature.title} description={feature.description}>
                {packages.map((it) => (
                  <FeatureCell key={it.slug} text={cellText(feature.id, it.id)} />
                ))}
              </Row>
            ))}
          </RowGroup>
        )}
      </table>
    </div>
  );
}

function PackageHead({ it }: { it: ComparedPackage }) {
  return (
    <th scope="col" className="sticky top-0 z-10 min-w-32 bg-paper text-left sm:min-w-36">
      <a href={`/packages/p/${it.slug}/`} className="font-heading">
        {it.title}
      </a>
      <span className="block">
        <Standing isDeprecated={it.isDeprecated} isArchived={it.isArchived} />
      </span>
    </th>
  );
}

interface RowGroupProps {
  title: string;
  /** How many packages stand beside each other. */
  span: number;
  children: ReactNode;
}

function RowGroup({ title, span, children }: RowGroupProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={span + 1} className="text-left">
          <span className="sticky left-3 inline-block pt-4 text-caption font-normal text-quiet">
            {title}
          </span>
        </th>
      </tr>
      {children}
    </tbody>
  );
}

interface RowProps {
  title: string;
  description: string;
  children: ReactNode;
}

function Row({ title, description, children }: RowProps) {
  return (
    <tr className="group hover:bg-accent-tint">
      <th
        scope="row"
        title={description}
        className="sticky left-0 z-10 max-w-28 bg-paper text-left font-normal group-hover:bg-accent-tint sm:max-w-44 sm:min-w-36"
      >
        {title}
      </th>
      {children}
    </tr>
  );
}

interface MetricRowProps {
  metric: Metric;
  packages: ComparedPackage[];
  clock: Clock;
}

function MetricRow({ metric, packages, clock }: MetricRowProps) {
  const values = packages.map((it) => metric.read(it));
  const best = bestOf(metric, values);
  return (
    <Row title={metric.label} description={metric.description}>
      {values.map((value, column) => {
        const isBest = best !== undefined && comparable(value) === best;
        return (
          <td
            key={packages[column]?.slug}
            data-kind={value.kind}
            data-best={isBest || undefined}
            className="max-w-52 data-best:font-heading data-[kind=age]:text-right data-[kind=count]:text-right data-[kind=rank]:text-right data-[kind=weeks]:text-right"
          >
            {isBest && (
              <>
                <span aria-hidden="true" className="text-good">
                  ●{' '}
                </span>
                <span className="sr-only">best: </span>
              </>
            )}
            <MetricCell value={value} clock={clock} />
          </td>
        );
      })}
    </Row>
  );
}

function FeatureCell({ text }: { text: string | undefined }) {
  if (text === undefined || text.trim() === '') {
    return (
      <td className="text-center">
        <Unknown />
      </td>
    );
  }
  const cell = readCell(text);
  if (cell.mark === undefined) {
    return (
      <td className="max-w-52">
        <CellText text={cell.text} />
      </td>
    );
  }
  const isBare = cell.text === '';
  return (
    <td data-bare={isBare || undefined} className="max-w-52 data-bare:text-center">
      <Mark mark={cell.mark} strength={cell.strength} />
      {!isBare && (
        <>
          {' '}
          <CellText text={cell.text} />
        </>
      )}
    </td>
  );
}
