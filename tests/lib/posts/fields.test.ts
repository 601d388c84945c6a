import { describe, expect, test } from 'vitest';
import { announcementFields, pickFields, postFields, timeText } from '@/lib/posts/fields';
import { isPublic } from '@/lib/posts/is-public';
import { weekField, weekOf, weekQuery, weeksFrom } from '@/lib/posts/week';
import { formatIso, MICROS_PER_DAY, parseTime } from '@/lib/time';

const timeOf = (text: string) => parseTime(text, 'UTC') ?? 0;
const post = { title: 'News', body: 'Text', state: 'published', publishedAt: '' };
const errorOf = (parsed: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);

describe('a post', () => {
  test('has a title and a text', () => {
    expect(errorOf(postFields.safeParse({ ...post, title: ' ', body: '\n' }))).toEqual([
      'title is required',
      'body is required',
    ]);
    expect(postFields.parse({ ...post, body: 'a\r\nb\0' }).body).toBe('a\nb');
  });

  test.each(['soon', '2026-12-24', '2026-02-30 09:00', '2026-12-24 24:00', '2026-12-24 09:00Z'])(
    'is not published at %j',
    (publishedAt) => {
      expect(errorOf(postFields.safeParse({ ...post, publishedAt }))).toEqual([
        'publishedAt must be a date and time such as 2026-12-24 09:00',
      ]);
    },
  );

  test('is published at a time in UTC, which its form shows again', () => {
    for (const publishedAt of ['2026-12-24 09:00', ' 2026-12-24T09:00 ']) {
      const parsed = postFields.parse({ ...post, publishedAt });
      expect(parsed.publishedAt).toBe(timeOf('2026-12-24T09:00:00Z'));
      expect(timeText(parsed.publishedAt)).toBe('2026-12-24 09:00');
    }
    expect(postFields.parse(post).publishedAt).toBeNull();
    expect(timeText(null)).toBe('');
  });

  test('is public from its time on, and never as a draft', () => {
    expect([9, 10, 11].map((now) => isPublic({ publishedAt: 10 }, now))).toEqual([
      false,
      true,
      true,
    ]);
    expect(isPublic({ publishedAt: null }, 10)).toBe(false);
  });
});

describe('an announcement', () => {
  const announcement = { text: 'We moved', path: '/changelog/', days: '7' };

  test('lasts 1 to 90 days', () => {
    expect(announcementFields.parse(announcement).days).toBe(7 * MICROS_PER_DAY);
    for (const days of ['0', '91', '1.5', 'x', '', '-1', '1e9']) {
      const parsed = announcementFields.safeParse({ ...announcement, days });
      expect(errorOf(parsed), days).toEqual(['days must be a number from 1 to 90']);
    }
  });

  test('links to this site only', () => {
    expect(announcementFields.parse({ ...announcement, path: '' }).path).toBeNull();
    for (const path of ['//example.org', '/\\example.org', 'https://example.org', 'javascript:a']) {
      const parsed = announcementFields.safeParse({ ...announcement, path });
      expect(errorOf(parsed), path).toEqual(['path must start with one /']);
    }
  });
});

test('a week begins on Monday, in UTC', () => {
  const monday = timeOf('2026-11-30T00:00:00Z');
  for (const day of ['2026-11-30T00:00:00Z', '2026-12-03T12:00:00Z', '2026-12-06T23:59:59Z'])
    expect(weekOf(timeOf(day))).toBe(monday);
  expect(weekOf(monday - 1)).toBe(monday - 7 * MICROS_PER_DAY);
  expect(weekOf(-1)).toBe(timeOf('1969-12-29T00:00:00Z'));
  expect(weeksFrom(timeOf('2026-12-03T12:00:00Z'), 2).map((it) => formatIso(it, 'UTC'))).toEqual([
    '2026-11-30T00:00:00+00:00',
    '2026-12-07T00:00:00+00:00',
  ]);
});

test('a week is named by a day in it', () => {
  expect(weekField.parse('2026-12-02')).toBe(timeOf('2026-11-30T00:00:00Z'));
  for (const week of ['', '2026-02-30', 'x', '2026-12-02T00:00:00'])
    expect(weekField.safeParse(week).success, week).toBe(false);
  expect(weekQuery.parse({ week: ['x', '2026-12-02'] }).week).toBe(timeOf('2026-11-30T00:00:00Z'));
  expect(weekQuery.parse({ week: 'x' }).week).toBeUndefined();
  expect(weekQuery.parse({}).week).toBeUndefined();
});

test('a choice may be empty', () => {
  expect(pickFields.parse({ grid: ' ', package: '', note: '' })).toEqual({
    ...{ grid: '', package: '', note: '' },
  });
});
