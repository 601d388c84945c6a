import type { Clock } from '@/lib/time';
import { bestOf } from './best';
import type { ComparedPackage } from './compared-package';
import {
  numberOf,
  type CellValue,
  type Metric,
  type MetricGroup,
  type MetricValue,
} from './metric';
import { isFeature } from './features';
import { sharedMonth } from './shared-month';

/** The values of a metric for all packages shown, and what follows from seeing them together. */
export interface ComparedRow {
  metric: Metric;
  values: MetricValue[];
  /** What features that repeat the metric say about each package. */
  notes: CellValue[][];
  isBest: (value: MetricValue) => boolean;
  /** The month in which most values were read, if it is over a year ago. */
  month: string | undefined;
  /** The largest count, or the most commits in a week; 0 if none is known. */
  most: number;
  /** Whether a bar shows the share of each value in `most`. */
  hasBar: boolean;
}

/** Reads a metric for the packages of a comparison. */
export function compareRow(metric: Metric, packages: ComparedPackage[], clock: Clock): ComparedRow {
  const values = packages.map(metric.read);
  return {
    metric,
    values,
    notes: packages.map((it) => metric.notes?.(it) ?? []),
    isBest: bestOf(metric, values, clock),
    month: sharedMonth(values, clock),
    most: Math.max(0, ...values.map(largestOf)),
    hasBar: metric.hasBar === true,
  };
}

function largestOf(value: MetricValue): number {
  if (value.kind === 'weeks') return Math.max(0, ...(value.value ?? []));
  return numberOf(value) ?? 0;
}

/**
 * The groups in the order of a table with packages as rows: health, the features, which are what a grid is for, then the rest. Such a table
 * is wider than the window, and what comes first is seen first.
 */
export function featuresFirst(groups: MetricGroup[]): MetricGroup[] {
  const isHealth = ({ key }: Metric) => key === 'health';
  const hasFeatures = ({ metrics }: MetricGroup) => metrics.some(isFeature);
  const health = groups.flatMap(({ metrics }) => metrics.filter(isHealth));
  const others = groups.map((group) => ({
    ...group,
    metrics: group.metrics.filter((metric) => !isHealth(metric)),
  }));
  const lead = health.length > 0 ? [{ title: '', metrics: health }] : [];
  return [
    ...lead,
    ...others.filter(hasFeatures),
    ...others.filter((it) => !hasFeatures(it)),
  ].filter(({ metrics }) => metrics.length > 0);
}
