import type { Package } from '@/db/schema';
import { recentCycles } from './cycles';
import { describeDate } from '@/lib/text/dated';
import type { HealthInput } from '@/lib/scoring/health';
import { judgeSupport } from '@/lib/scoring/health/fits';
import { isFresh, isLongSilent, knownSilence } from '@/lib/scoring/reading';
import { DAY_ZONE, formatDay, parseTime, type Clock, type Micros } from '@/lib/time';
import { describeMonth } from '@/lib/text/wording';

/** Determines whether a package is deprecated, archived or unmaintained. */
export type LifecycleInput = Pick<
  Package,
  'isDeprecated' | 'isArchived' | 'lastCommitAt' | 'commitsAsOf'
>;

export type WarningInput = LifecycleInput &
  HealthInput &
  Pick<Package, 'deprecatedAt' | 'archivedAt'>;

interface Warning<Input> {
  key: string;
  /** `bad` for a deprecated or archived package, `caution` for what deserves a second look. */
  tone: 'bad' | 'caution';
  applies: (it: Input, clock: Clock) => boolean;
}

interface Lifecycle extends Warning<LifecycleInput> {
  /** A word or two for page headings and lists, with the year if the data is old. */
  word: (it: LifecycleInput, clock: Clock) => string;
}

const monthOf = (time: Micros) => describeMonth(time, DAY_ZONE);
const since = (time: Micros | null) => (time === null ? '' : ` in ${monthOf(time)}`);
const isGivenUp = (it: LifecycleInput) => it.isDeprecated || it.isArchived;

const deprecated: Lifecycle = {
  key: 'deprecated',
  tone: 'bad',
  applies: (it) => it.isDeprecated,
  word: () => 'Deprecated',
};

const archived: Lifecycle = {
  key: 'archived',
  tone: 'bad',
  applies: (it) => it.isArchived,
  word: () => 'Archived',
};

const unmaintained: Lifecycle = {
  key: 'unmaintained',
  tone: 'caution',
  applies: (input, clock) => !isGivenUp(input) && isLongSilent(input, clock),
  word: ({ commitsAsOf }, clock) =>
    isFresh(commitsAsOf, clock) || commitsAsOf === null
      ? 'Unmaintained'
      : `Unmaintained in ${formatDay(commitsAsOf, DAY_ZONE).slice(0, 4)}`,
};

/** Lifecycle labels for page headings and lists, most serious first. */
const lifecycles = [deprecated, archived, unmaintained];

/** The label of a deprecated, archived or unmaintained package; undefined for any other, and if unknown. */
export function lifecycleOf(input: LifecycleInput, clock: Clock) {
  const found = lifecycles.find(({ applies }) => applies(input, clock));
  return found && { word: found.word(input, clock), tone: found.tone };
}

interface SpokenWarning extends Warning<WarningInput> {
  /** The problem and since when, in a sentence. */
  text: (it: WarningInput, clock: Clock) => string;
  /** What to do about it, in a sentence; if the package has a replacement, that is shown instead. */
  advice: string;
}

const DAYS_WITHOUT_RELEASE = 365;

/** Everything a user must know before choosing a package, most serious first. */
export const warnings: SpokenWarning[] = [
  {
    ...deprecated,
    text: ({ deprecatedAt }) => `Deprecated${since(deprecatedAt)}.`,
    advice: 'Choose another package.',
  },
  {
    ...archived,
    text: ({ archivedAt }) => `Archived${since(archivedAt)}: its repository is read-only.`,
    advice: 'Choose another package, or be ready to maintain it yourself.',
  },
  {
    ...unmaintained,
    text: ({ lastCommitAt, commitsAsOf }, clock) => {
      const from = lastCommitAt === null ? '' : monthOf(lastCommitAt);
      return isFresh(commitsAsOf, clock) || commitsAsOf === null
        ? `Unmaintained: no commits since ${from}.`
        : `Unmaintained: no commits from ${from} to ${monthOf(commitsAsOf)}, when we last checked.`;
    },
    advice: 'Check that it works with your versions.',
  },
  {
    key: 'no_release',
    tone: 'caution',
    applies: (input, clock) => {
      const { lastReleaseAt: lastAt, releasesAsOf: asOf } = input;
      const silence = knownSilence({ lastAt, asOf }, clock) ?? 0;
      return !isGivenUp(input) && silence > DAYS_WITHOUT_RELEASE;
    },
    text: ({ lastReleaseNumber, lastReleaseAt, lastReleasePrecision, releasesAsOf }, clock) => {
      if (lastReleaseAt === null) return '';
      const { date } = describeDate(lastReleaseAt, lastReleasePrecision, clock);
      const release = lastReleaseNumber === null ? date : `${lastReleaseNumber} (${date})`;
      const isOld = releasesAsOf !== null && !isFresh(releasesAsOf, clock);
      return `No release since ${release}${isOld ? `, as of ${monthOf(releasesAsOf)}` : ''}.`;
    },
    advice: 'Later fixes are only in the repository.',
  },
  {
    key: 'old_django',
    tone: 'caution',
    applies: (input, clock) => !isGivenUp(input) && declaresOnlyOldDjango(input, clock),
    text: ({ djangoVersions, snapshotAt }) => {
      const newest = djangoVersions?.at(-1) ?? '';
      const end = recentCycles.django.find(({ cycle }) => cycle === newest)?.endOfLife;
      const endedAt = parseTime(end ?? '', DAY_ZONE) ?? null;
      const asOf = snapshotAt === null ? '' : ` (as of ${monthOf(snapshotAt)})`;
      return `The newest Django version it declares is ${newest}${asOf}. Security fixes for ${newest} ended${since(endedAt)}.`;
    },
    advice: 'Test it with your Django version first.',
  },
];

function declaresOnlyOldDjango(input: WarningInput, clock: Clock): boolean {
  return judgeSupport(input, 'django', clock).share === 0;
}

/** The warnings that apply to a package, each with its text and advice. */
export function listWarnings(input: WarningInput, clock: Clock) {
  return warnings
    .filter(({ applies }) => applies(input, clock))
    .map(({ key, tone, text, advice }) => ({ key, tone, text: text(input, clock), advice }));
}
