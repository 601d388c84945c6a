import { webAddress } from '@/lib/links';
import { commitSilence } from '@/lib/scoring/reading';
import type { Clock } from '@/lib/time';
import { listWarnings, type WarningFacts } from '@/lib/warnings';
import { timeText, type Setting } from '../documents';
import type { CheckDocument } from '../schemas/check';

type CheckedDocument = CheckDocument['results'][number];
type ListedDocument = NonNullable<CheckedDocument['package']>;

interface CheckedPackage extends WarningFacts {
  id: number;
  slug: string;
  title: string;
  pypiName: string | null;
  health: number | null;
  latestVersion: string | null;
  replacement: { id: number; title: string } | null;
  replacementUrl: string | null;
}

/** A project as it was named, and the package that it is. */
export interface Checked {
  asked: string;
  package: CheckedPackage | undefined;
}

/** What is known of some projects, in the order in which they were named, with how many of them want a look. */
export function checkDocument(checked: Checked[], clock: Clock, setting: Setting): CheckDocument {
  const results = checked.map(({ asked, package: it }) => ({
    asked,
    is_listed: it !== undefined,
    package: it ? listedDocument(it, clock, setting) : null,
  }));
  const listed = results.flatMap((it) => it.package ?? []);
  return {
    asked: results.length,
    listed: listed.length,
    deprecated: listed.filter((it) => it.is_deprecated).length,
    archived: listed.filter((it) => it.is_archived).length,
    unmaintained: listed.filter((it) => it.is_maintained === false).length,
    results,
  };
}

function listedDocument(
  it: CheckedPackage,
  clock: Clock,
  { links, zone }: Setting,
): ListedDocument {
  return {
    url: links.package(it.id),
    slug: it.slug,
    title: it.title,
    pypi_name: it.pypiName,
    newest_version: it.lastReleaseNumber ?? it.latestVersion,
    health: it.health,
    last_commit: timeText(it.lastCommitAt, zone),
    is_maintained: isMaintained(it, clock),
    is_deprecated: it.isDeprecated,
    is_archived: it.isArchived,
    replaced_by: replacementOf(it, links),
    warnings: listWarnings(it, clock).map(({ key, text, advice }) => ({ key, text, advice })),
  };
}

const MAINTAINED_DAYS = 365;

/** Null where its repository was read too long ago to tell. */
function isMaintained(it: CheckedPackage, clock: Clock): boolean | null {
  if (it.isDeprecated || it.isArchived) return false;
  const silence = commitSilence(it, clock);
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
