import { expect, test } from 'vitest';
import { timesheetRows } from '@/lib/timesheet/rows';
import { day, timesheetPackage, timesheetRow } from './timesheet-row';

test('each package has its own releases in order, and packages keep their order', () => {
  const version = (packageId: number, text: string) => ({
    packageId,
    releasedAt: day(text),
    datePrecision: 'day' as const,
  });
  const rows = timesheetRows(
    [timesheetPackage(2), timesheetPackage(1), timesheetPackage(3)],
    [version(1, '2015-01-01'), version(2, '2016-01-01'), version(1, '2017-01-01')],
  );
  expect(rows.map((row) => [row.id, row.releases.map(({ time }) => time)])).toEqual([
    [2, [day('2016-01-01')]],
    [1, [day('2015-01-01'), day('2017-01-01')]],
    [3, []],
  ]);
});

test('versions of an unknown package are ignored', () => {
  const versions = [{ packageId: 9, releasedAt: 1, datePrecision: 'day' as const }];
  expect(timesheetRows([timesheetPackage(1)], versions)[0]?.releaseCount).toBe(0);
});

test('an undated release counts but has no tick', () => {
  const row = timesheetRow({}, [undefined, '2019-05-01']);
  expect(row.releaseCount).toBe(2);
  expect(row.releases).toEqual([{ time: day('2019-05-01'), precision: 'day' }]);
});

const lastCommitAt = day('2024-06-01');

test('the start is the oldest release, with its precision', () => {
  expect(timesheetRow({ lastCommitAt }, ['2015-03-01', '2019-05-01'], 'month').since).toEqual({
    kind: 'release',
    time: day('2015-03-01'),
    precision: 'month',
  });
});

test('a listing before the oldest release is the start', () => {
  const since = { kind: 'listing', time: day('2020-01-01'), precision: 'time' };
  expect(timesheetRow({ lastCommitAt }, ['2021-05-01']).since).toEqual(since);
  expect(timesheetRow({ lastCommitAt }).since).toEqual(since);
});

test('a release at the time of the listing is the start', () => {
  expect(timesheetRow({ lastCommitAt }, ['2020-01-01']).since?.kind).toBe('release');
});

test('dates after the last commit do not determine the start', () => {
  expect(timesheetRow({ lastCommitAt: day('2012-01-01') }, ['2021-05-01']).since).toBeNull();
  expect(timesheetRow({ lastCommitAt: day('2012-01-01') }).since).toBeNull();
});

test('the day of the last commit can be the start', () => {
  expect(timesheetRow({ lastCommitAt: day('2020-01-01') }).since?.time).toBe(day('2020-01-01'));
});

test('without a last commit, the releases determine whether a start is early', () => {
  expect(timesheetRow({}, ['2015-03-01']).since?.kind).toBe('release');
  expect(timesheetRow({}, ['2022-03-01']).since?.kind).toBe('listing');
});

test('a package with only a listing date has no start', () => {
  expect(timesheetRow().since).toBeNull();
  expect(timesheetRow({}, [undefined]).since).toBeNull();
});
