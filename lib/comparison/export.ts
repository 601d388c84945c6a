import {
  formatDay,
  formatIso,
  DAY_ZONE,
  type Clock,
  type Micros,
  type Precision,
} from '@/lib/time';
import { csvRow } from '@/lib/csv';
import { developmentStatusName } from '@/lib/development-status';
import { isFeature } from './features';
import { numberOf, type FactValue } from './fact';
import type { ComparisonView } from './view';

/** A value in words without markup; empty where it is unknown. */
function plainText(value: FactValue, clock: Clock): string {
  if (value.value === null) return '';
  switch (value.kind) {
    case 'age': {
      const date = plainDate(value.value, value.precision, clock);
      return value.note ? `${date} (${value.note})` : date;
    }
    case 'status':
      return developmentStatusName(value.value) ?? '';
    case 'list':
      return value.value.length > 0 ? value.value.join(', ') : 'none named';
    case 'weeks':
      return String(numberOf(value) ?? '');
    default:
      return String(value.value);
  }
}

function plainDate(time: Micros, precision: Precision, { zone }: Clock): string {
  return precision === 'time'
    ? formatDay(time, zone)
    : formatDay(time, DAY_ZONE).slice(0, precision === 'month' ? 7 : 10);
}

/** The comparison as rows of text: a head with the packages, then a row for each fact. */
function toRows({ packages, groups }: ComparisonView, clock: Clock): string[][] {
  const labels = groups.flatMap(({ facts }) => facts.map(({ label }) => label));
  // A feature may have the name of a figure or of another grid's feature.
  const isAlone = (label: string) => labels.indexOf(label) === labels.lastIndexOf(label);
  const rows = groups.flatMap(({ title, facts }) =>
    facts.map((fact) => [
      isFeature(fact) && !isAlone(fact.label) ? `${fact.label} (${title})` : fact.label,
      ...packages.map((it) => plainText(fact.read(it), clock)),
    ]),
  );
  return [['Package', ...packages.map(({ title }) => title)], ...rows];
}

/** A comparison as CSV: a row for each fact, a column for each package. */
export function toCsv(view: ComparisonView, clock: Clock): string {
  return toRows(view, clock).map(csvRow).join('');
}

/** A comparison as a Markdown table; what would end a cell or begin markup is escaped. */
export function toMarkdown(view: ComparisonView, clock: Clock): string {
  const field = (text: string) =>
    text.replace(/[\\|<>*_`[\]]/g, '\\$&').replace(/\s*\n\s*/g, ' ') || '–';
  const [head = [], ...rows] = toRows(view, clock).map((row) => row.map(field));
  const line = (fields: string[]) => `| ${fields.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

/** A comparison as a JSON document: packages, facts by group, and each value with its text, its raw form and its day. */
export function toDocument(title: string, view: ComparisonView, clock: Clock) {
  return {
    title,
    packages: view.packages.map(({ id, slug, title: name }) => ({ id, slug, title: name })),
    total: view.total,
    groups: view.groups.map((group) => ({
      title: group.title,
      facts: group.facts.map((fact) => ({
        key: fact.key,
        label: fact.label,
        description: fact.description,
        values: view.packages.map((it) => {
          const value = fact.read(it);
          return {
            package: it.slug,
            kind: value.kind,
            text: value.value === null ? null : plainText(value, clock),
            value:
              value.kind === 'age' && value.value !== null
                ? plainTime(value.value, clock)
                : value.value,
            as_of: value.asOf === null ? null : formatDay(value.asOf, DAY_ZONE),
            ...(value.kind === 'age' ? { note: value.note ?? null } : {}),
            ...(value.kind === 'cell' ? { evidence: value.evidence ?? null } : {}),
          };
        }),
      })),
    })),
  };
}

const plainTime = (time: number, { zone }: Clock) => formatIso(time, zone);
