import { expect, test } from 'vitest';
import { placeOf, SHEET_WIDTH, timeScale, yearMarks } from '@/lib/timesheet/scale';
import { day, timesheetRow } from './timesheet-row';

const now = day('2026-11-21');
const scaleFrom = (text: string) => timeScale([timesheetRow({ listedAt: now }, [text])], now);
const yearsOf = (text: string, most: number) =>
  yearMarks(scaleFrom(text), most).map(({ year }) => year);

test('a scale starts with the first year shown and ends now', () => {
  expect(scaleFrom('2014-07-15')).toEqual({
    start: day('2014-01-01'),
    end: now,
    firstYear: 2014,
    lastYear: 2026,
  });
  const early = timesheetRow({ lastCommitAt: day('2011-02-03') }, ['2019-01-01']);
  expect(timeScale([early, timesheetRow({}, ['2014-01-01'])], now).firstYear).toBe(2011);
  expect(timeScale([timesheetRow({ lastCommitAt: now })], now).firstYear).toBe(2020);
});

test('the first moment of a year in New York belongs to that year', () => {
  expect(scaleFrom('2014-01-01').firstYear).toBe(2014);
  expect(scaleFrom('2013-12-31').firstYear).toBe(2013);
});

test('a timeline without dates shows this year', () => {
  for (const rows of [[], [timesheetRow()]]) {
    expect(timeScale(rows, now)).toMatchObject({ firstYear: 2026, lastYear: 2026 });
  }
});

test('times are placed from one end to the other, in order', () => {
  const scale = scaleFrom('2014-07-15');
  expect(placeOf(scale.start, scale)).toBe(0);
  expect(placeOf(now, scale)).toBe(SHEET_WIDTH);
  const days = ['2014-07-15', '2016-02-29', '2020-01-01', '2026-01-01'].map(day);
  const places = days.map((it) => placeOf(it, scale));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(placeOf((scale.start + scale.end) / 2, scale)).toBe(SHEET_WIDTH / 2);
});

test('times beyond an end are placed at that end, and an empty scale works', () => {
  const scale = scaleFrom('2014-07-15');
  expect(placeOf(day('1999-01-01'), scale)).toBe(0);
  expect(placeOf(day('2099-01-01'), scale)).toBe(SHEET_WIDTH);
  const newYear = timeScale([], day('2026-01-01'));
  expect([0, SHEET_WIDTH]).toContain(placeOf(day('2026-01-01'), newYear));
});

test.each([
  ['2026-05-01', 10, [2026]],
  ['2022-01-01', 10, [2022, 2023, 2024, 2025, 2026]],
  ['2017-01-01', 10, [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]],
  ['2008-04-30', 10, [2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]],
  ['2008-04-30', 5, [2010, 2015, 2020, 2025]],
  ['1970-01-01', 5, [1980, 2000, 2020]],
])(
  'from %s there are at most %i evenly spaced years, none too close to the end',
  (text, most, years) => {
    expect(yearsOf(text, most)).toEqual(years);
  },
);

test('labelled years do not overlap', () => {
  for (let first = 1970; first <= 2026; first++) {
    for (const most of [5, 10]) {
      const places = yearMarks(scaleFrom(`${first}-06-01`), most).map(({ place }) => place);
      expect(places.length).toBeLessThanOrEqual(most);
      for (const [index, place] of places.entries()) {
        const next = places[index + 1] ?? Infinity;
        expect(next - place, `${first} ${most}`).toBeGreaterThan(SHEET_WIDTH / (most + 1));
      }
    }
  }
});
