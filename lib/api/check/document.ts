import type { Package } from '@/db/schema';
import { webAddress } from '@/lib/text/links';
import { allowsVersion } from '@/lib/requirements/allows';
import type { Entry, Requirement } from '@/lib/requirements/entry';
import { commitSilence } from '@/lib/scoring/reading';
import type { Clock } from '@/lib/time';
import { listWarnings, type WarningInput } from '@/lib/package/warnings';
import { timeText, type Setting } from '../documents';
import type { CheckDocument } from '../schemas/check';

type CheckedDocument = CheckDocument['results'][number];
type ListedDocument = NonNullable<CheckedDocument['package']>;

interface CheckedPackage
  extends
    WarningInput,
    Pick<Package, 'id' | 'slug' | 'title' | 'pypiName' | 'health' | 'replacementUrl'> {
  newestVersion: string | null;
  replacement: { id: number; title: string } | null;
}

/** A parsed entry; requirements have their package. */
export type CheckResult = Exclude<Entry, Requirement> | CheckedRequirement;

interface CheckedRequirement extends Requirement {
  package: CheckedPackage | undefined;
  /** Packages with a similar name; undefined if they were not looked up. */
  nearest: NearestPackage[] | undefined;
}

type NearestPackage = Pick<CheckedPackage, 'id' | 'slug' | 'title'>;

/** The report on a list of requirements: totals, a result for each requirement in order, and the lines that were skipped or refused. */
export function checkDocument(
  checked: CheckResult[],
  clock: Clock,
  setting: Setting,
): CheckDocument {
  const results = checked
    .filter((entry) => entry.kind === 'read')
    .map((entry) => resultDocument(entry, clock, setting));
  const listed = results.flatMap((it) => it.package ?? []);
  return {
    asked: results.length,
    listed: listed.length,
    deprecated: listed.filter((it) => it.is_deprecated).length,
    archived: listed.filter((it) => it.is_archived).length,
    unmaintained: listed.filter((it) => it.is_maintained === false).length,
    results,
    lines: checked.at(-1)?.lastLine ?? 0,
    skipped: notesOf(checked, 'skipped'),
    refused: notesOf(checked, 'refused'),
  };
}

function resultDocument(
  entry: CheckedRequirement,
  clock: Clock,
  setting: Setting,
): CheckedDocument {
  const listed = entry.package ? listedDocument(entry.package, clock, setting) : null;
  return {
    asked: entry.text,
    is_listed: listed !== null,
    package: listed,
    line: entry.line,
    last_line: entry.lastLine,
    name: entry.name,
    extras: entry.extras,
    specifier: entry.specifier,
    marker: entry.marker,
    allows_newest: allowsVersion(entry.specifier, listed?.newest_version ?? null),
    nearest: entry.nearest?.map((it) => nearestDocument(it, setting)) ?? null,
  };
}

const nearestDocument = ({ id, slug, title }: NearestPackage, { links }: Setting) => ({
  slug,
  title,
  url: links.package(id),
});

function notesOf(checked: CheckResult[], kind: 'skipped' | 'refused'): CheckDocument['skipped'] {
  return checked.flatMap((entry) => {
    if (entry.kind !== kind) return [];
    const { line, lastLine, text, reason } = entry;
    return [{ line, last_line: lastLine, text, reason }];
  });
}

function listedDocument(
  pkg: CheckedPackage,
  clock: Clock,
  { links, zone }: Setting,
): ListedDocument {
  return {
    url: links.package(pkg.id),
    slug: pkg.slug,
    title: pkg.title,
    pypi_name: pkg.pypiName,
    newest_version: pkg.newestVersion,
    health: pkg.health,
    last_commit: timeText(pkg.lastCommitAt, zone),
    is_maintained: isMaintained(pkg, clock),
    is_deprecated: pkg.isDeprecated,
    is_archived: pkg.isArchived,
    replaced_by: replacementOf(pkg, links),
    warnings: listWarnings(pkg, clock).map(({ key, text, advice }) => ({ key, text, advice })),
  };
}

const MAINTAINED_DAYS = 365;

/** Null if the repository was read too long ago to tell. */
function isMaintained(pkg: CheckedPackage, clock: Clock): boolean | null {
  if (pkg.isDeprecated || pkg.isArchived) return false;
  const silence = commitSilence(pkg, clock);
  return silence === undefined ? null : silence <= MAINTAINED_DAYS;
}

function replacementOf(
  { replacement, replacementUrl }: CheckedPackage,
  links: Setting['links'],
): ListedDocument['replaced_by'] {
  if (replacement) {
    return { title: replacement.title, package: links.package(replacement.id), url: null };
  }
  const url = webAddress(replacementUrl);
  return url === undefined ? null : { title: url, package: null, url };
}
