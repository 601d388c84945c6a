import { describeDate } from '@/lib/text/dated';
import { commitSilence, isFresh, knownSilence, isStillValid } from '@/lib/scoring/reading';
import { DAY_ZONE, type Clock, type Micros } from '@/lib/time';
import { describeDay, describeMonth } from '@/lib/text/wording';
import { shareFrom, shareUpTo, type Criterion, type HealthInput } from './criterion';

const dayOf = (time: Micros) => describeDay(time, DAY_ZONE);
const monthOf = (time: Micros) => describeMonth(time, DAY_ZONE);

const inFuture = (date: string) => `${date}, which is in the future.`;

const lifecycle: Criterion = {
  key: 'standing',
  name: 'Not archived or deprecated',
  why: 'Its maintainers still recommend it.',
  points: 20,
  levels: [
    { share: 1, when: 'neither archived nor deprecated' },
    { share: 0, when: 'archived or deprecated' },
  ],
  judge: (input, clock) => {
    if (input.isDeprecated) return { share: 0, text: () => 'Deprecated.' };
    if (input.isArchived) return { share: 0, text: () => 'Archived.' };
    const seenAt = lastSeenAlive(input, clock);
    if (seenAt === undefined) return { share: null, text: () => 'Not checked yet.' };
    return isFresh(seenAt, clock)
      ? { share: 1, text: () => `Neither, as of ${monthOf(seenAt)}.` }
      : { share: null, text: () => `Neither, as of ${monthOf(seenAt)}; not checked since.` };
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
  { upTo: 90, share: 1, when: 'within 90 days of our last check' },
  { upTo: 365, share: 0.6, when: 'within a year' },
  { upTo: 730, share: 0.2, when: 'within two years' },
  { upTo: Infinity, share: 0, when: 'over two years ago' },
];

const lastCommit: Criterion = {
  key: 'last_commit',
  name: 'Last commit',
  why: 'Someone is still working on it, so bugs can get fixed.',
  points: 15,
  levels: commitLevels,
  judge: (input, clock) => {
    const { lastCommitAt, commitsAsOf } = input;
    if (lastCommitAt === null) return { share: null, text: () => 'No commit data yet.' };
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
      return { share: null, text: () => `${commit()}; not checked since ${asOf()}.` };
    }
    return {
      share: shareUpTo(commitLevels, silence),
      text: () => `${commit()}; checked ${asOf()}.`,
    };
  },
};

const releaseLevels = [
  { upTo: 182, share: 1, when: 'within six months of our last check' },
  { upTo: 365, share: 0.8, when: 'within a year' },
  { upTo: 730, share: 0.4, when: 'within two years' },
  { upTo: Infinity, share: 0, when: 'over two years ago' },
];

const lastRelease: Criterion = {
  key: 'last_release',
  name: 'Last release',
  why: 'Fixes reach users.',
  points: 15,
  levels: releaseLevels,
  judge: (input, clock) => {
    const { lastReleaseAt, releasesAsOf } = input;
    if (lastReleaseAt === null) return { share: null, text: () => 'No release data yet.' };
    if (lastReleaseAt > clock.now) {
      const date = () => describeDate(lastReleaseAt, input.lastReleasePrecision, clock).date;
      return { share: null, text: () => `Its last release is dated ${inFuture(date())}` };
    }
    const silence = knownSilence({ lastAt: lastReleaseAt, asOf: releasesAsOf }, clock);
    const release = () => describeRelease(input, lastReleaseAt, clock);
    const asOf = () => dayOf(Math.max(releasesAsOf ?? 0, lastReleaseAt));
    return silence === undefined
      ? { share: null, text: () => `${release()}; not checked since ${asOf()}.` }
      : {
          share: shareUpTo(releaseLevels, silence),
          text: () => `${release()}; checked ${asOf()}.`,
        };
  },
};

function describeRelease(input: HealthInput, releasedAt: Micros, clock: Clock): string {
  const { date } = describeDate(releasedAt, input.lastReleasePrecision, clock);
  return input.lastReleaseNumber === null
    ? `Last release: ${date}`
    : `Last release ${input.lastReleaseNumber} (${date})`;
}

const activityLevels = [
  { from: 26, share: 1, when: 'commits in at least 26 of the last 52 weeks' },
  { from: 12, share: 0.7, when: 'in at least 12' },
  { from: 4, share: 0.4, when: 'in at least 4' },
  { from: 1, share: 0.2, when: 'in 1 to 3' },
  { from: 0, share: 0, when: 'in none' },
];

const activity: Criterion = {
  key: 'activity',
  name: 'Steady activity',
  why: 'Regular work is a better sign than bursts.',
  points: 10,
  levels: activityLevels,
  judge: (input, clock) => {
    const { commitsOver52: weeks, commitsAsOf } = input;
    if (weeks?.length !== 52 || commitsAsOf === null) {
      return { share: null, text: () => 'No commit data yet.' };
    }
    const busy = weeks.filter((commits) => commits > 0).length;
    const isValid = isStillValid(commitsAsOf, input, clock);
    const found = () => `Commits in ${busy} of the 52 weeks to ${dayOf(commitsAsOf)}`;
    return {
      share: isValid ? shareFrom(activityLevels, busy) : null,
      text: () => `${found()}${isValid ? '' : '; not checked since'}.`,
    };
  },
};

export const aliveCriteria: Criterion[] = [lifecycle, lastCommit, lastRelease, activity];
