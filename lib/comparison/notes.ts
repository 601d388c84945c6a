import { developmentStatusName } from '@/lib/package/development-status';
import { joinRanges } from '@/lib/package/version-ranges';
import type { ComparedPackage } from './compared-package';
import type { CellValue, Metric, MetricGroup, MetricValue } from './metric';

/**
 * The groups as a table shows them: a feature that repeats a metric has no row of its own, but is a note in the metric's row if it adds
 * anything. If the metric isn't shown, the feature keeps its row.
 */
export function withNotes(groups: MetricGroup[]): MetricGroup[] {
  const metrics = groups.flatMap((group) => group.metrics);
  const keys = new Set(metrics.map(({ key }) => key));
  const isNote = ({ repeats }: Metric) => repeats !== undefined && keys.has(repeats);
  const notes = metrics.filter(isNote);
  if (notes.length === 0) return groups;
  const facts = metrics.filter(({ repeats }) => repeats === undefined);
  const annotated = (metric: Metric): Metric => {
    const own = notes.filter(({ repeats }) => repeats === metric.key);
    return own.length === 0 ? metric : { ...metric, notes: (pkg) => notesOf(pkg, own, facts) };
  };
  return groups
    .map((group) => ({
      ...group,
      metrics: group.metrics.filter((it) => !isNote(it)).map(annotated),
    }))
    .filter((group) => group.metrics.length > 0);
}

/** The cells of these features that differ from each other and from the metrics of the package. */
function notesOf(pkg: ComparedPackage, features: Metric[], metrics: Metric[]): CellValue[] {
  const cells = features
    .map(({ read }) => read(pkg))
    .filter((value): value is CellValue & { value: string } => {
      return value.kind === 'cell' && value.value !== null;
    });
  if (cells.length === 0) return [];
  const known = new Set(metrics.flatMap(({ read }) => wordings(read(pkg))).map(comparable));
  const distinct = new Map(cells.map((cell) => [comparable(cell.value), cell]));
  return [...distinct].filter(([text]) => !known.has(text)).map(([, cell]) => cell);
}

/** The ways in which an editor would write a value. */
function wordings(value: MetricValue): string[] {
  if (value.value === null) return [];
  switch (value.kind) {
    case 'words':
      return [value.value];
    case 'status':
      return [developmentStatusName(value.value) ?? ''];
    case 'list': {
      const [first = '', last = ''] = [value.value.at(0), value.value.at(-1)];
      return [value.value.join(','), joinRanges(value.value).join(','), `${first}-${last}`];
    }
    default:
      return [];
  }
}

/** A text without spaces, case and the kind of dash, so that `3.8 – 3.12` equals `3.8-3.12`. */
const comparable = (text: string) =>
  text.toLowerCase().replaceAll(/\s/g, '').replaceAll(/[–—]/g, '-');
