import type { RecordFields } from './changed-fields';
import { partOf } from './rows';

/** A feature of a grid with its cells, or one cell. */
export interface GridPartScope {
  featureId: number;
  /** Only the cell of this package. */
  packageId?: number | undefined;
}

interface Sides {
  before: RecordFields | null;
  after: RecordFields | null;
}

/** A revision of a grid with only the fields of a feature or a cell. */
export function onlyPart<Revision extends Sides>(
  revision: Revision,
  scope: GridPartScope,
): Revision {
  const { before, after } = revision;
  return { ...revision, before: keep(before, scope), after: keep(after, scope) };
}

function keep(fields: RecordFields | null, scope: GridPartScope): RecordFields | null {
  if (fields === null) return null;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isOf(name, scope)));
}

function isOf(name: string, { featureId, packageId }: GridPartScope): boolean {
  const part = partOf(name);
  if (part === undefined || part.kind === 'package' || part.featureId !== featureId) return false;
  return packageId === undefined || (part.kind === 'cell' && part.packageId === packageId);
}

/** The names of the fields: one exactly, and others by a GLOB pattern. */
export const fieldNamesOf = ({ featureId, packageId }: GridPartScope) =>
  packageId === undefined
    ? { field: `feature ${featureId}`, pattern: `cell ${featureId} *` }
    : { field: `cell ${featureId} ${packageId}`, pattern: '' };

/** The fields of a grid itself, such as its title, without those of its parts. */
export function ownFields(fields: RecordFields | null): RecordFields {
  const own = Object.entries(fields ?? {}).filter(([name]) => partOf(name) === undefined);
  return Object.fromEntries(own);
}
