import { readCell } from '@/lib/comparison/cell';
import type { Fact, FactValue } from '@/lib/comparison/fact';
import type { FilledCell, GridFeature } from '@/lib/comparison/features';
import { metricGroups, type ComparedPackage } from '@/lib/comparison/metrics';
import { developmentStatusName } from '@/lib/development-status';
import { dateText, type Setting } from './documents';
import type { ComparisonDocument } from './schemas/comparison';

type MetricDocument = ComparisonDocument['metrics'][number];
type FeatureDocument = ComparisonDocument['features'][number];
type MetricValue = MetricDocument['values'][number];

interface Compared {
  title: string;
  /** The path of the page that shows it. */
  page: string;
  packages: ComparedPackage[];
  features: (GridFeature & { gridId: number })[];
  cells: FilledCell[];
}

/** Packages side by side: every figure of each, then the features of grids with what people filled in. */
export function comparisonDocument(it: Compared, setting: Setting): ComparisonDocument {
  const { links } = setting;
  return {
    title: it.title,
    page: links.page(it.page),
    packages: it.packages.map(({ id, slug, title, isDeprecated, isArchived }) => ({
      url: links.package(id),
      id,
      slug,
      title,
      is_deprecated: isDeprecated,
      is_archived: isArchived,
    })),
    metrics: metricGroups.flatMap(({ title, facts }) =>
      facts.map((fact) => metricDocument(fact, title, it.packages, setting)),
    ),
    features: it.features.map((feature) => featureDocument(feature, it, setting)),
  };
}

function metricDocument(
  fact: Fact,
  group: string,
  packages: ComparedPackage[],
  { zone }: Setting,
): MetricDocument {
  const { key, label, description, better = null } = fact;
  const values = packages.map((it) => ({ package: it.id, ...valueOf(fact.read(it), zone) }));
  return { key, label, description, group, better, values };
}

function valueOf(fact: FactValue, zone: string): Omit<MetricValue, 'package'> {
  const { asOf } = fact;
  return {
    value: plainValue(fact, zone),
    note: fact.kind === 'age' ? (fact.note ?? null) : null,
    as_of: asOf === null ? null : dateText(asOf, 'day', zone),
  };
}

function plainValue(fact: FactValue, zone: string): MetricValue['value'] {
  if (fact.value === null) return null;
  if (fact.kind === 'age') return dateText(fact.value, fact.precision, zone);
  if (fact.kind === 'status') return developmentStatusName(fact.value) ?? null;
  return fact.value;
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
    cells: packages.flatMap((it) => {
      const cell = filled.get(it.id);
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
