import { z } from 'zod';
import { cvssLevel, type CvssLevel } from '@/lib/package/cvss';
import { normalizeName } from '@/lib/requirements/name';
import { webAddress } from '@/lib/text/links';
import { parseTime, type Micros } from '@/lib/time';
import type { AdvisoryFacts } from './facts';

/** A time of OSV, in UTC. */
export const osvTime = z.string().transform((text, context): Micros => {
  const time = parseTime(text, 'UTC');
  if (time !== undefined) return time;
  context.addIssue({ code: 'custom', message: 'is not a time' });
  return z.NEVER;
});

const severities = z.array(z.object({ type: z.string(), score: z.string() })).nullish();

const affected = z.object({
  package: z.object({ ecosystem: z.string(), name: z.string() }).nullish(),
  severity: severities,
  ranges: z
    .array(
      z.object({
        type: z.string(),
        events: z.array(
          z.object({
            introduced: z.exactOptional(z.string()),
            fixed: z.exactOptional(z.string()),
            last_affected: z.exactOptional(z.string()),
          }),
        ),
      }),
    )
    .nullish(),
  versions: z.array(z.string()).nullish(),
});

/** The parts that we use of a record in OSV's format (https://ossf.github.io/osv-schema/). */
export const osvRecord = z.object({
  id: z.string(),
  aliases: z.array(z.string()).nullish(),
  summary: z.string().nullish(),
  modified: osvTime,
  published: osvTime.nullish(),
  withdrawn: osvTime.nullish(),
  severity: severities,
  affected: z.array(affected).nullish(),
  references: z.array(z.object({ url: z.string() })).nullish(),
  /** GitHub's database has a severity in words. */
  database_specific: z.object({ severity: z.unknown() }).partial().nullish(),
});

export type OsvRecord = z.output<typeof osvRecord>;
type Affected = z.output<typeof affected>;
type Severity = NonNullable<z.output<typeof severities>>[number];

/** What a record says about a project on PyPI. It affects no version if the record isn't about the project. */
export function advisoryOf(record: OsvRecord, name: string): AdvisoryFacts {
  const parts = (record.affected ?? []).filter((part) => isAbout(part, name));
  const ratings = [...parts.flatMap(({ severity }) => severity ?? []), ...(record.severity ?? [])];
  const level = levelOf(ratings, record);
  return {
    id: record.id,
    aliases: record.aliases ?? [],
    summary: record.summary ?? '',
    publishedAt: record.published ?? null,
    modifiedAt: record.modified,
    withdrawnAt: record.withdrawn ?? null,
    severity: (findScore(ratings, 'CVSS_V4') ?? findScore(ratings, 'CVSS_V3')) || null,
    ...(level === undefined ? {} : { level }),
    ranges: parts.flatMap(rangesOf),
    versions: parts.flatMap(({ versions }) => versions ?? []),
    references: linksOf(record),
  };
}

function isAbout({ package: pkg }: Affected, name: string): boolean {
  return pkg?.ecosystem === 'PyPI' && normalizeName(pkg.name) === normalizeName(name);
}

/** Ranges of commits are of no use, since releases are compared. */
function rangesOf({ ranges }: Affected) {
  const ofVersions = (ranges ?? []).filter(({ type }) => type !== 'GIT');
  return ofVersions.map(({ events }) => events.filter((event) => Object.keys(event).length > 0));
}

const findScore = (ratings: Severity[], wanted: string) =>
  ratings.find(({ type }) => type === wanted)?.score;

/** Words of GitHub's database. */
const words = new Map<unknown, CvssLevel>([
  ['CRITICAL', 'critical'],
  ['HIGH', 'high'],
  ['MODERATE', 'medium'],
  ['MEDIUM', 'medium'],
  ['LOW', 'low'],
]);

/** The level of the CVSS v3 vector, or else the one in words: the score of a v4 vector takes tables that we don't have. */
function levelOf(ratings: Severity[], record: OsvRecord): CvssLevel | undefined {
  const level = cvssLevel(findScore(ratings, 'CVSS_V3') ?? '');
  return level ?? words.get(record.database_specific?.severity);
}

function linksOf({ references }: OsvRecord): string[] {
  const urls = (references ?? []).map(({ url }) => url);
  return [...new Set(urls)].filter((url) => webAddress(url) !== undefined);
}
