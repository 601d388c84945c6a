import { z } from 'zod';
import { DAY_ZONE, formatDay } from '@/lib/time';
import type { RecordFields } from './changed-fields';
import { fieldChanges } from './difference';
import { partOf } from './rows';

interface Revision {
  before: RecordFields | null;
  after: RecordFields | null;
}

/** Titles of packages and features by id, as far as they are known. */
export interface Names {
  package: ReadonlyMap<number, string>;
  feature: ReadonlyMap<number, string>;
}

/** A field before and after a change, as text; empty where there was nothing. */
export interface FieldDifference {
  label: string;
  before: string;
  after: string;
}

const labels: Record<string, string> = {
  archivedAt: 'archived since',
  categoryId: 'category',
  deprecatedAt: 'deprecated since',
  documentationUrl: 'documentation',
  examples: 'sites that use it',
  isArchived: 'archived',
  isDeprecated: 'deprecated',
  isHeader: 'main grid',
  isLocked: 'locked',
  pypiName: 'PyPI name',
  pypiUrl: 'PyPI link',
  replacedById: 'replaced by',
  repoDescription: 'description',
  replacementUrl: 'replaced by',
  repoUrl: 'repository',
  slug: 'URL',
  statusSource: 'source of its status',
};

/**
 * What a revision changed, field by field. Omits fields that look the same before and after, and the flags that are off in records that were
 * added or removed.
 */
export function describeRevision({ before, after }: Revision, names: Names): FieldDifference[] {
  return fieldChanges(before, after)
    .filter((field) => !isUsual(field.before ?? field.after, before === null || after === null))
    .map(({ name, ...field }) => ({
      label: labelOf(name, names, field.after ?? field.before),
      before: shownValue(name, field.before, names),
      after: shownValue(name, field.after, names),
    }))
    .filter((it) => it.before !== it.after);
}

/** Whether a field says nothing about a record that was added or removed, such as that it isn't locked. */
const isUsual = (value: unknown, isWhole: boolean) => isWhole && value === false;

const titled = z.object({ title: z.string() });

function labelOf(name: string, names: Names, value: unknown): string {
  const part = partOf(name);
  if (!part) return labels[name] ?? name;
  if (part.kind === 'feature') {
    const { data } = titled.safeParse(value);
    return `feature ${names.feature.get(part.featureId) ?? data?.title ?? ''}`.trim();
  }
  if (part.kind === 'position') {
    return `position of ${names.feature.get(part.featureId) ?? 'a removed feature'}`;
  }
  const title = names.package.get(part.packageId) ?? 'a removed package';
  if (part.kind === 'package') return `package ${title}`;
  return `${names.feature.get(part.featureId) ?? 'a removed feature'} of ${title}`;
}

/** A value as text: that of a day or of another package is a number in the record. */
function shownValue(name: string, value: unknown, names: Names): string {
  if (typeof value !== 'number') return textOf(name, value);
  if (name === 'replacedById') return names.package.get(value) ?? 'a removed package';
  return name.endsWith('At') ? formatDay(value, DAY_ZONE) : textOf(name, value);
}

/** A value as text. The parts of a cell or a feature are joined, without those that are empty. */
function textOf(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value === true) return partOf(name)?.kind === 'package' ? 'in the grid' : 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.map((it) => textOf('', it)).join('; ');
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .filter(([key, it]) => key !== 'id' && it !== '' && it !== null)
    .map(([, it]) => String(it))
    .join(' · ');
}

/** The ids of packages and features that the fields of revisions name. */
export function namedIn(revisions: Revision[]): { packages: number[]; features: number[] } {
  const fields = revisions.flatMap(({ before, after }) => fieldChanges(before, after));
  const parts = fields.flatMap(({ name }) => partOf(name) ?? []);
  const replacements = fields
    .filter(({ name }) => name === 'replacedById')
    .flatMap(({ before, after }) => [before, after])
    .filter((it) => typeof it === 'number');
  return {
    packages: [...parts.flatMap((it) => ('packageId' in it ? it.packageId : [])), ...replacements],
    features: parts.flatMap((it) => ('featureId' in it ? it.featureId : [])),
  };
}
