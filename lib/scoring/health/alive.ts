import { describeDate } from '@/lib/text/dated';
import { commitSilence, isFresh, knownSilence, isStillValid } from '@/lib/scoring/reading';
import { DAY_ZONE, type Clock, type Micros } from '@/lib/time';
import { countOf, describeDay, describeMonth } from '@/lib/text/wording';
import { shareFrom, shareUpTo, type Criterion, type HealthInput } from './criterion';

const dayOf = (time: Micros) => describeDay(time, DAY_ZONE);
const monthOf = (time: Micros) => describeMonth(time, DAY_ZONE);

const inFuture = (date: string) => `${date}, which is in the future.`;

const lifecycle: Criterion = {
  key: 'standing',
  name: 'Neither archived nor deprecated',
  why: 'Its makers have not told people to leave it.',
  points: 20,
  levels: [
    { share: 1, when: 'a package that is neither' },
    { share: 0, when: 'an archived or deprecated one' },
  ],
  judge: (input, clock) => {
    if (input.isDeprecated) return { share: 0, text: () => 'Deprecated.' };
    if (input.isArchived) return { share: 0, text: () => 'Archived.' };
    const seenAt = lastSeenAlive(input, clock);
    if (seenAt === undefined) return { share: null, text: () => 'Nobody has looked at it yet.' };
    return isFresh(seenAt, clock)
      ? { share: 1, text: () => `Neither, as far as was known in ${monthOf(seenAt)}.` }
      : { share: null, text: () => `Neither in ${monthOf(seenAt)}; nobody has looked since.` };
  },
};

/** The latest time at which a package was seen not to be abandoned: its repository was read, or it had a release. */
function lastSeenAlive({ commitsAsOf, snapshotAt, lastReleaseAt }: HealthInput, { now }: Clock) {
  const seen = [commitsAsOf, snapshotAt, lastReleaseAt]
    .filter((time) => time !== null)
    .filter((time) => time <= now);
  return seen.length === 0 ? undefined : Math.max(...seen);
}

const commitLevels = [
  { upTo: 90, share: 1, when: 'a commit in the 90 days before its repository was last read' },
  { upTo: 365, share: 0.6, when: 'one in the year before' },
  { upTo: 730, share: 0.2, when: 'one in the two years before' },
  { upTo: Infinity, share: 0, when: 'an older one' },
];

const lastCommit: Criterion = {
  key: 'last_commit',
  name: 'Last commit',
  why: 'Somebody still works on it, so a fault has a chance to be mended.',
  points: 15,
  levels: commitLevels,
  judge: (input, clock) => {
    const { lastCommitAt, commitsAsOf } = input;
    if (lastCommitAt === null) return { share: null, text: () => 'Its last commit is unknown.' };
    if (lastCommitAt > clock.now) {
      return {
        share: null,
        text: () => `Its last commit is dated ${inFuture(dayOf(lastCommitAt))}`,
      };
    }
    const silence = commitSilence(input, clock);
    const commit = () => `Last commit on ${describeDay(lastCommitAt, clock.zone)}`;
    const asOf = () => dayOf(commitsAsOf ?? lastCommitAt);
    if (silence === undefined) {
      return { share: null, text: () => `${commit()}, as of ${asOf()}; nobody has looked since.` };
    }
    return {
      share: shareUpTo(commitLevels, silence),
      text: () => `${commit()}, ${daysBefore(silence)} its repository was last read on ${asOf()}.`,
    };
  },
};

const daysBefore = (days: number) =>
  days === 0 ? 'less than a day before' : `${countOf(days, 'day')} before`;

const releaseLevels = [
  { upTo: 182, share: 1, when: 'a release in the half year before its releases were last read' },
  { upTo: 365, share: 0.8, when: 'one in the year before' },
  { upTo: 730, share: 0.4, when: 'one in the two years before' },
  { upTo: Infinity, share: 0, when: 'an older one' },
];

const lastRelease: Criterion = {
  key: 'last_release',
  name: 'Last release',
  why: 'What is mended also reaches those who install it.',
  points: 15,
  levels: releaseLevels,
  judge: (input, clock) => {
    const { lastReleaseAt, releasesAsOf } = input;
    if (lastReleaseAt === null) return { share: null, text: () => 'Its releases are unknown.' };
    if (lastReleaseAt > clock.now) {
      const date = () => describeDate(lastReleaseAt, input.lastReleasePrecision, clock).date;
      return { share: null, text: () => `Its last release is dated ${inFuture(date())}` };
    }
    const silence = knownSilence({ lastAt: lastReleaseAt, asOf: releasesAsOf }, clock);
    const release = () => describeRelease(input, lastReleaseAt, clock);
    const asOf = () => dayOf(Math.max(releasesAsOf ?? 0, lastReleaseAt));
    return silence === undefined
      ? { share: null, text: () => `${release()}; nobody has looked since ${asOf()}.` }
      : {
          share: shareUpTo(releaseLevels, silence),
          text: () => `${release()}, as of ${asOf()}.`,
        };
  },
};

function describeRelease(input: HealthInput, releasedAt: Micros, clock: Clock): string {
  const { date } = describeDate(releasedAt, input.lastReleasePrecision, clock);
  return input.lastReleaseNumber === null
    ? `Last release ${date}`
    : `Release ${input.lastReleaseNumber} of ${date}`;
}

const activityLevels = [
  { from: 26, share: 1, when: 'commits in 26 or more of the 52 weeks before it was last read' },
  { from: 12, share: 0.7, when: 'in 12 or more' },
  { from: 4, share: 0.4, when: 'in 4 or more' },
  { from: 1, share: 0.2, when: 'in one to three' },
  { from: 0, share: 0, when: 'in none' },
];

const activity: Criterion = {
  key: 'activity',
  name: 'Steady activity',
  why: 'Work that goes on week by week outlasts a burst of it.',
  points: 10,
  levels: activityLevels,
  judge: (input, clock) => {
    const { commitsOver52: weeks, commitsAsOf } = input;
    if (weeks?.length !== 52 || commitsAsOf === null) {
      return { share: null, text: () => 'Its weekly commits are unknown.' };
    }
    const busy = weeks.filter((commits) => commits > 0).length;
    const isValid = isStillValid(commitsAsOf, input, clock);
    const found = () => `Commits in ${busy} of the 52 weeks to ${dayOf(commitsAsOf)}`;
    return {
      share: isValid ? shareFrom(activityLevels, busy) : null,
      text: () => `${found()}${isValid ? '' : '; nobody has looked since'}.`,
    };
  },
};

export const aliveCriteria: Criterion[] = [lifecycle, lastCommit, lastRelease, activity];
