import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findAnnouncement, listAnnouncements } from '@/db/queries/announcements';
import { findGrid } from '@/db/queries/grids';
import { findPackage } from '@/db/queries/packages';
import { findWeeklyPick, listWeeklyPicks } from '@/db/queries/weekly-picks';
import { traceQueries } from '@/db/query-trace';
import { revalidateWith } from '@/db/revalidate';
import { announcements, weeklyPicks } from '@/db/schema';
import { addAnnouncement, endAnnouncement } from '@/db/writes/announcements';
import { saveWeeklyPick } from '@/db/writes/weekly-picks';
import { PermissionError } from '@/lib/accounts/permissions';
import { MissingError } from '@/lib/edits/missing';
import { weekOf } from '@/lib/posts/week';
import { MICROS_PER_DAY, type Micros } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const DAY = MICROS_PER_DAY;
const start = 20_000 * DAY;
const by = (now: Micros = start, accountId = 'mod') => ({ accountId, now });
const words = (text: string, days = 7) => ({ text, path: null, days: days * DAY });

beforeAll(() => {
  insertAccount('mod', 'moderator');
  insertAccount('eve', 'trusted');
});

beforeEach(() => {
  database().delete(announcements).run();
  database().delete(weeklyPicks).run();
});

async function isNoticed(read: () => unknown, write: () => void) {
  const check = revalidateWith(() => Math.random());
  const { trace } = await traceQueries(() => Promise.resolve(read()));
  expect(trace && check(trace)).toBe(true);
  write();
  return trace && !check(trace);
}

describe('an announcement', () => {
  test('is shown until it ends', () => {
    addAnnouncement(by(), words('Hello'));
    expect(
      [start - 1, start, start + 7 * DAY - 1, start + 7 * DAY].map(
        (it) => findAnnouncement(it)?.text,
      ),
    ).toEqual([undefined, 'Hello', 'Hello', undefined]);
  });

  test('gives way to a newer one', () => {
    addAnnouncement(by(), words('Old', 30));
    addAnnouncement(by(start + DAY), words('New', 2));
    expect(findAnnouncement(start + 2 * DAY)?.text).toBe('New');
    expect(findAnnouncement(start + 4 * DAY)?.text).toBe('Old');
    expect(listAnnouncements(start + 2 * DAY).map(({ text }) => text)).toEqual(['New', 'Old']);
  });

  test('can be ended early, even at once, and only once', () => {
    addAnnouncement(by(), words('Oops'));
    const id = findAnnouncement(start)?.id ?? 0;
    endAnnouncement(by(start), id);
    expect(findAnnouncement(start + 1)).toBeUndefined();
    endAnnouncement(by(start + DAY), id);
    expect(listAnnouncements(0).map(({ endsAt }) => endsAt)).toEqual([start + 1]);
    expect(() => {
      endAnnouncement(by(), id + 1);
    }).toThrow(MissingError);
  });

  test('is noticed by cached pages when it is added and when it ends', async () => {
    const read = () => findAnnouncement(start + DAY);
    const add = () => {
      addAnnouncement(by(start + DAY + 1), words('Hello'));
    };
    expect(await isNoticed(read, add)).toBe(true);
    const id = listAnnouncements(start)[0]?.id ?? 0;
    const end = () => {
      endAnnouncement(by(start + 2 * DAY), id);
    };
    expect(await isNoticed(read, end)).toBe(true);
  });

  test('is written by moderators only', () => {
    addAnnouncement(by(), words('Hello'));
    const id = findAnnouncement(start)?.id ?? 0;
    for (const write of [
      () => {
        addAnnouncement(by(start, 'eve'), words('Spam'));
      },
      () => {
        endAnnouncement(by(start, 'eve'), id);
      },
    ])
      expect(write).toThrow(PermissionError);
    expect(listAnnouncements(start)).toHaveLength(1);
    expect(findAnnouncement(start + DAY)?.text).toBe('Hello');
  });
});

describe('the grid and the package of the week', () => {
  const week = weekOf(start);
  const gridId = findGrid('websockets')?.id ?? 0;
  const packageId = findPackage('daphne')?.package.id ?? 0;

  test('are chosen for one week, and can be chosen again or not at all', () => {
    saveWeeklyPick(by(), week, { gridId, packageId, note: 'Real time' });
    expect(findWeeklyPick(week)).toMatchObject({
      note: 'Real time',
      grid: { slug: 'websockets' },
      package: { slug: 'daphne' },
    });
    expect(findWeeklyPick(week + 7 * DAY)).toBeUndefined();
    saveWeeklyPick(by(), week, { gridId: null, packageId, note: '' });
    expect(findWeeklyPick(week)).toMatchObject({ grid: null, package: { slug: 'daphne' } });
    expect(listWeeklyPicks(week)).toHaveLength(1);
    expect(listWeeklyPicks(week + 1)).toEqual([]);
    saveWeeklyPick(by(), week, { gridId: null, packageId: null, note: 'x' });
    expect(findWeeklyPick(week)).toBeUndefined();
  });

  test('are noticed by cached pages', async () => {
    const choose = () => {
      saveWeeklyPick(by(), week, { gridId, packageId: null, note: '' });
    };
    expect(await isNoticed(() => findWeeklyPick(week), choose)).toBe(true);
  });

  test('are chosen by moderators only', () => {
    expect(() => {
      saveWeeklyPick(by(start, 'eve'), week, { gridId, packageId, note: '' });
    }).toThrow(PermissionError);
    expect(findWeeklyPick(week)).toBeUndefined();
  });
});
