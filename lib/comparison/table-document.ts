import { DAY_ZONE, formatIso, type Clock } from '@/lib/time';
import { asOfDay } from './as-of';
import type { Metric, MetricValue } from './metric';
import type { ComparedPackage } from './compared-package';
import { plainText } from './table-files';
import type { ComparisonView } from './view';

/** A comparison as JSON: packages, and metrics by group with the text, raw value and day of each value. */
export function toDocument(title: string, view: ComparisonView, clock: Clock) {
  return {
    title,
    packages: view.packages.map(({ id, slug, title: name }) => ({ id, slug, title: name })),
    total: view.total,
    groups: view.groups.map((group) => ({
      title: group.title,
      facts: group.metrics.map((metric) => metricDocument(metric, view.packages, clock)),
    })),
  };
}

function metricDocument(metric: Metric, packages: ComparedPackage[], clock: Clock) {
  const { key, label, description, grids, repeats } = metric;
  return {
    key,
    label,
    description,
    ...(grids ? { grids } : {}),
    ...(repeats === undefined ? {} : { repeats }),
    values: packages.map((pkg) => ({
      package: pkg.slug,
      ...valueDocument(metric.read(pkg), clock),
    })),
  };
}

function valueDocument(value: MetricValue, clock: Clock) {
  return {
    // For programs, a score is a count like any other.
    kind: value.kind === 'health' ? 'count' : value.kind,
    text: value.value === null ? null : plainText(value, clock),
    value: rawValue(value, clock),
    as_of: asOfDay(value, clock.zone),
    ...(value.kind === 'age' ? { note: value.note ?? null } : {}),
    ...(value.kind === 'cell' ? { evidence: value.evidence ?? null } : {}),
    ...(value.kind === 'cell' && value.answers ? { answers: value.answers } : {}),
  };
}

/** Days and months are formatted in DAY_ZONE, so that the first ten characters are the day shown on the page. */
function rawValue(value: MetricValue, { zone }: Clock) {
  if (value.kind !== 'age' || value.value === null) return value.value;
  return formatIso(value.value, value.precision === 'time' ? zone : DAY_ZONE);
}
