import type { Micros } from '@/lib/time';
import type { CvssLevel } from './cvss';
import { compareVersions, isReadable } from './versions';

/** A point of a range at which a version starts or stops being affected; it has one of these. */
export interface OsvEvent {
  introduced?: string;
  fixed?: string;
  last_affected?: string;
}

/** Which versions of a package an advisory is about. */
export interface AffectedVersions {
  /** Ranges of affected versions as OSV writes them: `introduced`, `fixed` and `last_affected`, in any order. */
  ranges: OsvEvent[][];
  /** Affected versions that are listed one by one. */
  versions: string[];
}

/** A published security advisory about a project on PyPI. */
export interface Advisory extends AffectedVersions {
  /** Such as PYSEC-2021-858 or GHSA-q4xr-rc97-m4xx. */
  id: string;
  /** Other ids of the same advisory, such as its CVE. */
  aliases: string[];
  summary: string;
  publishedAt: Micros | null;
  modifiedAt: Micros;
  /** When it was withdrawn; such advisories no longer count. */
  withdrawnAt: Micros | null;
  /** The CVSS vector; null if none is given. */
  severity: string | null;
  /** By CVSS v3 or, if there is no such vector, as the database rates it. */
  level?: CvssLevel;
  references: string[];
}

/**
 * Whether an advisory affects a version: by its list or by any of its ranges, evaluated as the OSV schema says, in PEP 440 order.
 * A version that isn't valid PEP 440 is only affected if it is listed.
 */
export function isAffected(version: string, { ranges, versions }: AffectedVersions): boolean {
  if (versions.some((listed) => isSame(listed, version))) return true;
  return isReadable(version) && ranges.some((range) => isInRange(version, range));
}

function isSame(a: string, b: string): boolean {
  return a === b || (isReadable(a) && isReadable(b) && compareVersions(a, b) === 0);
}

function isInRange(version: string, events: OsvEvent[]): boolean {
  let isIn = false;
  for (const { introduced, fixed, last_affected: last } of events.toSorted(byPosition)) {
    if (introduced !== undefined) isIn ||= isSince(version, introduced);
    else if (fixed !== undefined) isIn &&= !isPast(fixed, version);
    else if (last !== undefined) isIn &&= !isPast(last, version) || isSame(last, version);
  }
  return isIn;
}

/** Whether a version is that of an `introduced` event or later. */
function isSince(version: string, introduced: string): boolean {
  return isStart(introduced) || compareVersions(version, introduced) >= 0;
}

/** `0` is before all versions. So is one that can't be compared: better a needless warning than none. */
const isStart = (introduced: string) => introduced === '0' || !isReadable(introduced);

/** Whether a version has reached the end of a range; an end that can't be compared is never reached. */
function isPast(end: string, version: string): boolean {
  return isReadable(end) && compareVersions(version, end) >= 0;
}

/** For Array.sort: by version; if a range begins at the version at which another ends, the end comes first. */
function byPosition(a: OsvEvent, b: OsvEvent): number {
  const [left, right] = [positionOf(a), positionOf(b)];
  if (left === undefined || right === undefined) {
    return Number(left !== undefined) - Number(right !== undefined);
  }
  return (
    compareVersions(left, right) ||
    Number(a.introduced !== undefined) - Number(b.introduced !== undefined)
  );
}

/** The version of an event; undefined if it is before all versions. */
function positionOf({ introduced, fixed, last_affected: last }: OsvEvent): string | undefined {
  if (introduced !== undefined) return isStart(introduced) ? undefined : introduced;
  return fixed ?? last;
}

/**
 * The lowest version above an affected one that the advisory says is fixed, and that is in none of its other ranges. Undefined if there is
 * none, or if the version isn't affected.
 */
export function fixedIn(version: string, affected: AffectedVersions): string | undefined {
  if (!isReadable(version) || !isAffected(version, affected)) return undefined;
  return affected.ranges
    .flat()
    .flatMap(({ fixed }) => (fixed !== undefined && isReadable(fixed) ? [fixed] : []))
    .filter((fixed) => compareVersions(fixed, version) > 0 && !isAffected(fixed, affected))
    .toSorted(compareVersions)[0];
}

/**
 * Makes one advisory of those that are aliases of each other, as PYSEC and GHSA records of one CVE are; in order of the first of each.
 * Withdrawn ones count only if all of them are withdrawn.
 */
export function mergeAliases(advisories: Advisory[]): Advisory[] {
  return groupByAlias(advisories).map((group) => {
    const valid = group.filter(({ withdrawnAt }) => withdrawnAt === null);
    return merge(valid.length > 0 ? valid : group, group);
  });
}

/** Groups of advisories that share ids, also by way of a third one. */
function groupByAlias(advisories: Advisory[]): Advisory[][] {
  let groups: Advisory[][] = [];
  for (const advisory of advisories) {
    const ids = new Set(idsOf(advisory));
    const isRelated = (group: Advisory[]) => group.flatMap(idsOf).some((id) => ids.has(id));
    const [first, ...others] = groups.filter(isRelated);
    const joined = [...(first ?? []), ...others.flat(), advisory];
    groups = first
      ? groups
          .filter((group) => !others.includes(group))
          .map((group) => (group === first ? joined : group))
      : [...groups, joined];
  }
  return groups;
}

const idsOf = ({ id, aliases }: Advisory) => [id, ...aliases];

/** PYSEC records come first: PyPI's own database has the more exact ranges, others have summaries and severities. */
const byDatabase = (a: Advisory, b: Advisory) =>
  Number(b.id.startsWith('PYSEC-')) - Number(a.id.startsWith('PYSEC-'));

function merge(members: Advisory[], group: Advisory[]): Advisory {
  const sorted = members.toSorted(byDatabase);
  const id = sorted[0]?.id ?? '';
  const rated = sorted.find(({ severity }) => severity !== null);
  const level = rated?.level ?? sorted.find((it) => it.level !== undefined)?.level;
  const published = sorted.flatMap(({ publishedAt }) => publishedAt ?? []);
  const withdrawn = sorted.flatMap(({ withdrawnAt }) => withdrawnAt ?? []);
  return {
    id,
    aliases: distinct(group.flatMap(idsOf)).filter((alias) => alias !== id),
    summary: sorted.find(({ summary }) => summary !== '')?.summary ?? '',
    publishedAt: published.length === 0 ? null : Math.min(...published),
    modifiedAt: Math.max(...sorted.map(({ modifiedAt }) => modifiedAt)),
    withdrawnAt: withdrawn.length === 0 ? null : Math.max(...withdrawn),
    severity: rated?.severity ?? null,
    ...(level === undefined ? {} : { level }),
    ranges: sorted.flatMap(({ ranges }) => ranges),
    versions: distinct(sorted.flatMap(({ versions }) => versions)),
    references: distinct(sorted.flatMap(({ references }) => references)),
  };
}

const distinct = (texts: string[]) => [...new Set(texts)];
