import { asOfDay } from '@/lib/comparison/as-of';
import { readCell } from '@/lib/comparison/cell';
import type { Metric, MetricValue } from '@/lib/comparison/metric';
import type { FilledCell, GridFeature } from '@/lib/comparison/features';
import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { metricGroups } from '@/lib/comparison/metrics';
import { developmentStatusName } from '@/lib/package/development-status';
import { dateText, type Setting } from './documents';
import type { ComparisonDocument } from './schemas/comparison';

type MetricDocument = ComparisonDocument['metrics'][number];
type FeatureDocument = ComparisonDocument['features'][number];
type ValueDocument = MetricDocument['values'][number];

interface Compared {
  title: string;
  /** Path of the page that shows the comparison. */
  page: string;
  packages: ComparedPackage[];
  features: (GridFeature & { gridId: number })[];
  cells: FilledCell[];
}

/** A comparison of packages: every metric, then the grid features with the cells people filled in. */
export function comparisonDocument(comparison: Compared, setting: Setting): ComparisonDocument {
  const { links } = setting;
  return {
    title: comparison.title,
    page: links.page(comparison.page),
    packages: comparison.packages.map(({ id, slug, title, isDeprecated, isArchived }) => ({
      url: links.package(id),
      id,
      slug,
      title,
      is_deprecated: isDeprecated,
      is_archived: isArchived,
    })),
    metrics: metricGroups.flatMap(({ title, metrics }) =>
      metrics.map((metric) => metricDocument(metric, title, comparison.packages, setting)),
    ),
    features: comparison.features.map((feature) => featureDocument(feature, comparison, setting)),
  };
}

function metricDocument(
  metric: Metric,
  group: string,
  packages: ComparedPackage[],
  { zone }: Setting,
): MetricDocument {
  const { key, label, description, better = null } = metric;
  const values = packages.map((pkg) => ({ package: pkg.id, ...valueOf(metric.read(pkg), zone) }));
  return { key, label, description, group, better, values };
}

function valueOf(metric: MetricValue, zone: string): Omit<ValueDocument, 'package'> {
  return {
    value: plainValue(metric, zone),
    note: metric.kind === 'age' ? (metric.note ?? null) : null,
    as_of: asOfDay(metric, zone),
  };
}

function plainValue(metric: MetricValue, zone: string): ValueDocument['value'] {
  if (metric.value === null) return null;
  if (metric.kind === 'age') return dateText(metric.value, metric.precision, zone);
  if (metric.kind === 'status') return developmentStatusName(metric.value) ?? null;
  return metric.value;
}

function featureDocument(
  { id, gridId, title, description }: GridFeature & { gridId: number },
  { packages, cells }: Compared,
  { links }: Setting,
): FeatureDocument {
  const filled = new Map(
    cells.filter(({ featureId }) => featureId === id).map((cell) => [cell.packageId, cell]),
  );
  return {
    id,
    grid: links.grid(gridId),
    title,
    description,
    cells: packages.flatMap((pkg) => {
      const cell = filled.get(pkg.id);
      return cell && cell.text.trim() !== '' ? cellDocument(cell) : [];
    }),
  };
}

function cellDocument({ packageId, text, evidence }: FilledCell) {
  return {
    package: packageId,
    text,
    mark: readCell(text).mark ?? null,
    evidence: evidence ? { text: evidence.text, url: evidence.href ?? null } : null,
  };
}
