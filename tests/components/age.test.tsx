import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Age, Day, StaleSince } from '@/components/text/age';
import { DAY_ZONE, parseTime } from '@/lib/time';

const at = (text: string) => parseTime(text, 'UTC') ?? 0;
const utc = { now: at('2026-11-21T12:00:00Z'), zone: 'UTC' };
const newYork = { ...utc, zone: 'America/New_York' };
const time = at('2026-05-06T02:03:04.5Z');
const UNKNOWN = '<span class="sr-only">unknown</span>';

test.each([
  ['time', '2026-05-06T02:03:04+00:00'],
  ['day', '2026-05-05'],
  ['month', '2026-05'],
] as const)('the datetime of a date known to the %s is no more precise', (precision, text) => {
  for (const Dated of [Age, Day]) {
    expect(renderToStaticMarkup(<Dated time={time} clock={utc} precision={precision} />)).toContain(
      `<time dateTime="${text}"`,
    );
  }
});

test('a day without a time is the same in every zone', () => {
  const day = parseTime('2026-10-01', DAY_ZONE) ?? 0;
  for (const zone of ['UTC', 'America/Chicago', 'Asia/Tokyo']) {
    expect(renderToStaticMarkup(<Day time={day} clock={{ ...utc, zone }} precision="day" />)).toBe(
      '<time dateTime="2026-10-01">1 October 2026</time>',
    );
    expect(
      renderToStaticMarkup(<Day time={day} clock={{ ...utc, zone }} precision="month" />),
    ).toBe('<time dateTime="2026-10">October 2026</time>');
  }
});

test('a time belongs to its day in the zone', () => {
  expect(renderToStaticMarkup(<Day time={time} clock={utc} precision="time" />)).toBe(
    '<time dateTime="2026-05-06T02:03:04+00:00">6 May 2026</time>',
  );
  expect(renderToStaticMarkup(<Day time={time} clock={newYork} precision="time" />)).toBe(
    '<time dateTime="2026-05-05T22:03:04-04:00">5 May 2026</time>',
  );
});

test('the date of an age is shown on demand', () => {
  expect(renderToStaticMarkup(<Age time={time} clock={utc} precision="day" />)).toBe(
    '<time dateTime="2026-05-05" title="5 May 2026">6 months ago</time>',
  );
});

test('a date known to the month shows no day', () => {
  expect(renderToStaticMarkup(<Day time={time} clock={utc} precision="month" />)).toBe(
    '<time dateTime="2026-05">May 2026</time>',
  );
  expect(renderToStaticMarkup(<Age time={time} clock={utc} precision="month" />)).toBe(
    '<time dateTime="2026-05" title="May 2026">6 months ago</time>',
  );
});

test('a missing time is shown as unknown', () => {
  expect(renderToStaticMarkup(<Age time={null} clock={utc} precision="time" />)).toContain(UNKNOWN);
  expect(renderToStaticMarkup(<Day time={null} clock={utc} precision="day" />)).toContain(UNKNOWN);
});

test('1970 is a time like any other', () => {
  expect(renderToStaticMarkup(<Day time={0} clock={utc} precision="time" />)).toContain(
    '1 January 1970',
  );
});

test('only figures over a year old show their month', () => {
  const since = (text: string) => renderToStaticMarkup(<StaleSince asOf={at(text)} clock={utc} />);
  expect(since('2022-05-04')).toBe('<small> in May 2022</small>');
  expect(since('2025-11-21T12:00:00Z')).toBe('<small> in November 2025</small>');
  expect(since('2025-11-21T12:00:01Z')).toBe('');
  expect(since('2026-11-20')).toBe('');
  expect(renderToStaticMarkup(<StaleSince asOf={null} clock={utc} />)).toBe('');
});
