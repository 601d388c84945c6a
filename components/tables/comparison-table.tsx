import type { ReactNode } from 'react';
import { Standing } from '@/components/text/standing';
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

/**
 * Packages across, metrics and features down: every package and every cell, however many. A cell is as few elements as can be,
 * and its look is in comparison.css, since a large grid has thousands of them.
 */
export function ComparisonTable({
  caption,
  packages,
  groups,
  features,
  cellText,
  clock,
}: ComparisonTableProps) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="comparison">
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Package</th>
            {packages.map((it) => (
              <th key={it.slug} scope="col">
                <a href={`/packages/p/${it.slug}/`}>{it.title}</a>
                <Standing isDeprecated={it.isDeprecated} isArchived={it.isArchived} />
              </th>
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
              <tr key={feature.id}>
                <th scope="row" title={feature.description}>
                  {feature.title}
                </th>
                {packages.map((it, column) => (
                  <FeatureCell key={column} text={cellText(feature.id, it.id) ?? ''} />
                ))}
              </tr>
            ))}
          </RowGroup>
        )}
      </table>
    </div>
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
        <th scope="rowgroup" colSpan={span + 1}>
          <span>{title}</span>
        </th>
      </tr>
      {children}
    </tbody>
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
    <tr>
      <th scope="row" title={metric.description}>
        {metric.label}
      </th>
      {values.map((value, column) => {
        if (value.value === null) return <UnknownCell key={column} />;
        const isBest = best !== undefined && comparable(value) === best;
        return (
          <td key={column} data-best={isBest || undefined}>
            {isBest && <span className="sr-only">best: </span>}
            <MetricCell value={value} clock={clock} />
          </td>
        );
      })}
    </tr>
  );
}

function UnknownCell() {
  return (
    <td data-unknown="">
      <span className="sr-only">unknown</span>
    </td>
  );
}

function FeatureCell({ text }: { text: string }) {
  if (text.trim() === '') return <UnknownCell />;
  const { mark, strength, text: words } = readCell(text);
  if (mark === undefined) {
    return (
      <td>
        <CellText text={words} />
      </td>
    );
  }
  return (
    <td data-mark={mark} data-strength={strength > 1 ? strength : undefined}>
      <span className="sr-only">
        {mark}
        {strength > 1 && `, ${strength} times`}
        {words !== '' && ', '}
      </span>
      {words !== '' && <CellText text={words} />}
    </td>
  );
}
