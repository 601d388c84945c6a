import { recentCycles } from './cycles';
import { describeDate } from './dated';
import type { HealthFacts } from './scoring/health';
import { judgeSupport } from './scoring/health/fits';
import { isFresh, isLongSilent, knownSilence } from './scoring/reading';
import { DAY_ZONE, formatDay, parseTime, type Clock, type Micros } from './time';
import { describeMonth } from './wording';

/** What tells whether a package was given up. */
export interface StandingFacts {
  isDeprecated: boolean;
  isArchived: boolean;
  lastCommitAt: Micros | null;
  commitsAsOf: Micros | null;
}

export interface WarningFacts extends StandingFacts, HealthFacts {
  deprecatedAt: Micros | null;
  archivedAt: Micros | null;
}

interface Warning<Facts> {
  key: string;
  /** `bad` for a package that was given up, `caution` for what wants a second look. */
  tone: 'bad' | 'caution';
  applies: (it: Facts, clock: Clock) => boolean;
}

interface Standing extends Warning<StandingFacts> {
  /** In a word or two, for heads and lists; with the year where it was read long ago. */
  word: (it: StandingFacts, clock: Clock) => string;
}

const monthOf = (time: Micros) => describeMonth(time, DAY_ZONE);
const since = (time: Micros | null) => (time === null ? '' : ` in ${monthOf(time)}`);
const isGivenUp = (it: StandingFacts) => it.isDeprecated || it.isArchived;

const deprecated: Standing = {
  key: 'deprecated',
  tone: 'bad',
  applies: (it) => it.isDeprecated,
  word: () => 'Deprecated',
};

const archived: Standing = {
  key: 'archived',
  tone: 'bad',
  applies: (it) => it.isArchived,
  word: () => 'Archived',
};

const unmaintained: Standing = {
  key: 'unmaintained',
  tone: 'caution',
  applies: (it, clock) => !isGivenUp(it) && isLongSilent(it, clock),
  word: ({ commitsAsOf }, clock) =>
    isFresh(commitsAsOf, clock) || commitsAsOf === null
      ? 'Unmaintained'
      : `Unmaintained in ${formatDay(commitsAsOf, DAY_ZONE).slice(0, 4)}`,
};

/** What a head or a list says of a package, the weightiest first. */
const standings = [deprecated, archived, unmaintained];

/** The word for a package that was given up or that nobody works on; undefined for any other, and where nobody knows. */
export function standingOf(it: StandingFacts, clock: Clock) {
  const found = standings.find(({ applies }) => applies(it, clock));
  return found && { word: found.word(it, clock), tone: found.tone };
}

interface SpokenWarning extends Warning<WarningFacts> {
  /** What is the matter and since when, in a sentence. */
  text: (it: WarningFacts, clock: Clock) => string;
  /** What to do about it, in a sentence; a replacement, where there is one, stands in its place. */
  advice: string;
}

const DAYS_WITHOUT_RELEASE = 365;

/** Everything that a reader must know before choosing a package, the weightiest first. */
export const warnings: SpokenWarning[] = [
  {
    ...deprecated,
    text: ({ deprecatedAt }) => `Deprecated${since(deprecatedAt)}.`,
    advice: 'Choose another one.',
  },
  {
    ...archived,
    text: ({ archivedAt }) =>
      `Archived${since(archivedAt)}: its repository can be read but takes no more changes.`,
    advice: 'Choose another one, or be ready to keep it up yourself.',
  },
  {
    ...unmaintained,
    text: ({ lastCommitAt, commitsAsOf }, clock) => {
      const from = lastCommitAt === null ? '' : monthOf(lastCommitAt);
      return isFresh(commitsAsOf, clock) || commitsAsOf === null
        ? `Unmaintained: no commit since ${from}.`
        : `Unmaintained: no commit from ${from} to ${monthOf(commitsAsOf)}, when its repository was last read.`;
    },
    advice: 'Check that it still works with your versions.',
  },
  {
    key: 'no_release',
    tone: 'caution',
    applies: (it, clock) => {
      const { lastReleaseAt: lastAt, releasesAsOf: asOf } = it;
      const silence = knownSilence({ lastAt, asOf }, clock) ?? 0;
      return !isGivenUp(it) && silence > DAYS_WITHOUT_RELEASE;
    },
    text: ({ lastReleaseNumber, lastReleaseAt, lastReleasePrecision, releasesAsOf }, clock) => {
      if (lastReleaseAt === null) return '';
      const { date } = describeDate(lastReleaseAt, lastReleasePrecision, clock);
      const release = lastReleaseNumber === null ? date : `${lastReleaseNumber} of ${date}`;
      const isOld = releasesAsOf !== null && !isFresh(releasesAsOf, clock);
      return `No release since ${release}${isOld ? `, as of ${monthOf(releasesAsOf)}` : ''}.`;
    },
    advice: 'What was mended since then is only in its repository.',
  },
  {
    key: 'old_django',
    tone: 'caution',
    applies: (it, clock) => !isGivenUp(it) && namesOnlyOldDjango(it, clock),
    text: ({ djangoVersions, snapshotAt }) => {
      const newest = djangoVersions?.at(-1) ?? '';
      const end = recentCycles.django.find(({ cycle }) => cycle === newest)?.endOfLife;
      const endedAt = parseTime(end ?? '', DAY_ZONE) ?? null;
      return `The newest Django that it names is ${newest}, as read${since(snapshotAt)}; fixes for that ended${since(endedAt)}.`;
    },
    advice: 'Try it with your Django before you choose it.',
  },
];

function namesOnlyOldDjango(it: WarningFacts, clock: Clock): boolean {
  return judgeSupport(it, 'django', clock).share === 0;
}

/** What there is to say of one package: each warning with its sentence and what to do. */
export function listWarnings(it: WarningFacts, clock: Clock) {
  return warnings
    .filter(({ applies }) => applies(it, clock))
    .map(({ key, tone, text, advice }) => ({ key, tone, text: text(it, clock), advice }));
}
