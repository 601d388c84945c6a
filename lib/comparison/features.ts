import type { Evidence, Metric, MetricGroup } from './metric';

export interface GridFeature {
  id: number;
  title: string;
  description: string;
  /** Key of the metric that it repeats. */
  metric?: string | null;
}

export interface FilledCell {
  featureId: number;
  packageId: number;
  text: string;
  evidence: Evidence | undefined;
  /** Who last confirmed it and when, in words, where sources are shown. */
  confirmed?: string | undefined;
}

/** The features of a grid as metrics, with the keys `f<id>`. */
export function featureGroup(
  title: string,
  features: GridFeature[],
  cells: FilledCell[],
): MetricGroup {
  const rows = new Map<number, Map<number, FilledCell>>();
  for (const cell of cells) {
    const row = rows.get(cell.featureId) ?? new Map<number, FilledCell>();
    rows.set(cell.featureId, row.set(cell.packageId, cell));
  }
  const metrics = features.map(({ id, title: label, description, metric }): Metric => {
    const row = rows.get(id);
    return {
      key: `f${id}`,
      label,
      description,
      ...(metric == null ? {} : { repeats: metric }),
      read: (pkg) => {
        const cell = row?.get(pkg.id);
        const text = cell?.text.trim() ?? '';
        return {
          kind: 'cell',
          value: text === '' ? null : text,
          evidence: cell?.evidence,
          confirmed: cell?.confirmed,
          asOf: null,
        };
      },
    };
  });
  return { title, metrics };
}

/** Whether a metric is a feature filled in by people rather than a collected figure. */
export function isFeature({ key }: Metric): boolean {
  return /^f\d+$/.test(key);
}
