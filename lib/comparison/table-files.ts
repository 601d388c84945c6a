import { BYTE_ORDER_MARK, csvRow } from '@/lib/text/csv';
import { describeDate } from '@/lib/text/dated';
import { developmentStatusName } from '@/lib/package/development-status';
import { markdownText } from '@/lib/text/markdown';
import { printable } from '@/lib/text/printable';
import { DAY_ZONE, isStale, type Clock } from '@/lib/time';
import { describeMonth } from '@/lib/text/wording';
import { asOfDay } from './as-of';
import { isFeature } from './features';
import { numberOf, type Evidence, type Metric, type MetricGroup, type MetricValue } from './metric';
import type { ComparisonView } from './view';

/** A value as plain text; empty if unknown. Dates match the page. */
export function plainText(value: MetricValue, clock: Clock): string {
  // A release may have a number but no known date.
  if (value.value === null) return value.kind === 'age' && value.note ? `(${value.note})` : '';
  switch (value.kind) {
    case 'age': {
      const date = describeDate(value.value, value.precision, clock).dateTime.slice(0, 10);
      return value.note ? `${date} (${value.note})` : date;
    }
    case 'status':
      return developmentStatusName(value.value) ?? '';
    case 'list':
      return value.value.length > 0 ? value.value.join(', ') : 'none declared';
    case 'weeks':
      return String(numberOf(value) ?? '');
    default:
      return String(value.value);
  }
}

/** A comparison as CSV: a column per package and a row per metric, followed by rows for as-of days and, if shown, sources. */
export function toCsv(view: ComparisonView, clock: Clock): string {
  const rows = labelled(view).flatMap(({ metric, label }) => {
    const values = view.packages.map(metric.read);
    const row = (name: string, write: (value: MetricValue) => string) => [
      name,
      ...values.map(write),
    ];
    return [
      row(label, (value) => plainText(value, clock)),
      ...unlessEmpty(row(`${label}: as of`, (value) => dayText(value, clock))),
      ...(view.query.evidence ? unlessEmpty(row(`${label}: source`, sourceText)) : []),
    ];
  });
  const head = ['Package', ...view.packages.map(({ title }) => title)];
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => csvRow(row.map(printable))).join('');
}

/** A comparison as a Markdown table. As on the page, old figures have their month and cells their sources, if shown. */
export function toMarkdown(view: ComparisonView, clock: Clock): string {
  const write = (value: MetricValue) => markdownCell(value, view.query.evidence, clock);
  const line = (fields: string[]) => `| ${fields.join(' | ')} |\n`;
  const head = ['Package', ...view.packages.map(({ title }) => title)].map(markdownField);
  const rows = labelled(view).map(({ metric, label }) =>
    line([markdownField(label), ...view.packages.map((it) => write(metric.read(it)))]),
  );
  return line(head) + line(head.map(() => '---')) + rows.join('');
}

interface Labelled {
  metric: Metric;
  label: string;
}

/** The shown metrics with unique labels. */
function labelled({ groups }: ComparisonView): Labelled[] {
  const labels = groups.flatMap(({ metrics }) => metrics.map(({ label }) => label));
  const isAlone = (label: string) => labels.indexOf(label) === labels.lastIndexOf(label);
  return groups.flatMap((group) =>
    group.metrics.map((metric) => ({
      metric,
      label: labelOf(metric, group, isAlone(metric.label)),
    })),
  );
}

/** Adds the grids to the label of a shared feature, and the group to a feature whose label is not unique. */
function labelOf(metric: Metric, group: MetricGroup, isAlone: boolean): string {
  if (metric.grids) return `${metric.label} (${metric.grids.map(({ title }) => title).join(', ')})`;
  return isFeature(metric) && !isAlone ? `${metric.label} (${group.title})` : metric.label;
}

/** The row, unless all cells after the label are empty. */
function unlessEmpty(row: string[]): string[][] {
  return row.slice(1).some((text) => text !== '') ? [row] : [];
}

function dayText(value: MetricValue, { zone }: Clock): string {
  return value.value === null ? '' : (asOfDay(value, zone) ?? '');
}

/** The sources of a cell; one per grid if the grids disagree. */
function evidenceOf(value: MetricValue): Evidence[] {
  if (value.kind !== 'cell' || value.value === null) return [];
  const all = value.answers ? value.answers.map(({ evidence }) => evidence) : [value.evidence];
  return all.filter((it) => it !== undefined);
}

function sourceText(value: MetricValue): string {
  const sources = evidenceOf(value).map(({ text, href }) =>
    href === undefined ? text : `${text} (${href})`,
  );
  return sources.join('; ');
}

const markdownField = (text: string) => markdownText(text) || '–';

function markdownCell(value: MetricValue, hasEvidence: boolean, clock: Clock): string {
  const text = markdownField(plainText(value, clock));
  const { asOf } = value;
  const month =
    value.value !== null && isStale(asOf, clock) ? ` (as of ${describeMonth(asOf, DAY_ZONE)})` : '';
  const sources = hasEvidence ? evidenceOf(value).map(markdownSource) : [];
  return text + month + sources.map((source) => ` (${source})`).join('');
}

function markdownSource({ text, href }: Evidence): string {
  const name = markdownText(text);
  return href === undefined
    ? name
    : `[${name}](<${href.replace(/[<>\s|\\]/g, encodeURIComponent)}>)`;
}
