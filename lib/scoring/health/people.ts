import { isBot } from '@/lib/package/accounts';
import { DAY_ZONE, type Micros } from '@/lib/time';
import { countOf, describeDay, describeMonth, formatCount } from '@/lib/text/wording';
import { shareFrom, shareUpTo, type Criterion, type HealthInput } from './criterion';

const peopleLevels = [
  { from: 5, share: 1, when: 'five or more contributors' },
  { from: 2, share: 0.6, when: 'two to four' },
  { from: 0, share: 0, when: 'one' },
];

const people: Criterion = {
  key: 'people',
  name: 'More than one maintainer',
  why: "It doesn't depend on one person. Bots aren't counted.",
  points: 5,
  levels: peopleLevels,
  judge: ({ participants, commitsAsOf }) => {
    if (participants.length === 0) {
      return { share: null, text: () => 'No contributor data yet.' };
    }
    const count = participants.filter((account) => !isBot(account)).length;
    const asOf = commitsAsOf === null ? '' : ` as of ${describeDay(commitsAsOf, DAY_ZONE)}`;
    return {
      share: shareFrom(peopleLevels, count),
      text: () => `${countOf(count, 'known contributor')}${asOf}.`,
    };
  },
};

/** Each step is about three times the one below it, so that the share grows with the logarithm of the count. */
const usageLevels = [
  { share: 1, stars: 1000, people: 50, rank: 1000 },
  { share: 0.8, stars: 300, people: 20, rank: 3000 },
  { share: 0.6, stars: 100, people: 8, rank: 6000 },
  { share: 0.4, stars: 30, people: 3, rank: 10_000 },
  { share: 0.2, stars: 10, people: 1, rank: 15_000 },
].map((level) => ({
  ...level,
  when: `${formatCount(level.stars)} stars, ${countOf(level.people, 'user')} or download rank #${formatCount(level.rank)}`,
}));
const unused = { share: 0, when: 'less than that' };

/** The three measures of use, each with the share it would give by itself. */
const usageCounts: ((it: HealthInput) => { share: number; text: string } | undefined)[] = [
  ({ stars, starsAt }) =>
    count(stars, (value) => ({
      share: shareFrom(bounds('stars'), value),
      text: `${countOf(value, 'star')}${since(starsAt)}`,
    })),
  ({ usageCount, usageCountedAt }) =>
    count(usageCount, (value) => ({
      share: shareFrom(bounds('people'), value),
      text: `${countOf(value, 'user')}${since(usageCountedAt)}`,
    })),
  ({ downloadRank }) =>
    count(downloadRank, (value) => ({
      share: shareUpTo(
        usageLevels.map((level) => ({ ...level, upTo: level.rank })),
        value,
      ),
      text: `#${formatCount(value)} on PyPI by downloads`,
    })),
];

function bounds(of: 'stars' | 'people') {
  return usageLevels.map((level) => ({ ...level, from: level[of] }));
}

function count<Result>(value: number | null, read: (value: number) => Result) {
  return value === null ? undefined : read(value);
}

function since(asOf: Micros | null): string {
  return asOf === null ? '' : ` (${describeMonth(asOf, DAY_ZONE)})`;
}

const usage: Criterion = {
  key: 'usage',
  name: 'Popularity',
  why: 'Widely used packages are better tested. The best of stars, users and downloads counts.',
  points: 5,
  levels: [...usageLevels, unused],
  judge: (input) => {
    const known = usageCounts.flatMap((read) => read(input) ?? []);
    if (known.length === 0) return { share: null, text: () => 'No usage data yet.' };
    return {
      share: Math.max(...known.map(({ share }) => share)),
      text: () => `${capital(known.map(({ text }) => text).join('; '))}.`,
    };
  },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const peopleCriteria: Criterion[] = [people, usage];
