import { expect, test } from 'vitest';
import { readRequirements, sizeOfRequirements } from '@/lib/requirements/read';
import { fastest } from '@/tests/tools/fastest';

const listTexts = (text: string) => readRequirements(text).map((entry) => entry.text);

test.each([
  ['celery,huey', ['celery', 'huey']],
  [' celery , huey ,', ['celery', 'huey']],
  ['celery[redis,auth]==5.3.0', ['celery[redis,auth]==5.3.0']],
  ['celery[redis, auth], huey', ['celery[redis, auth]', 'huey']],
  ['celery>=4,<6', ['celery>=4,<6']],
  ['celery>=4, <6 , !=5.0,huey~=2', ['celery>=4, <6 , !=5.0', 'huey~=2']],
  ['celery (>=4,<6),huey', ['celery (>=4,<6)', 'huey']],
  ['a; python_version in "2.7, 3.0",b', ['a; python_version in "2.7, 3.0"', 'b']],
  ['celery\nhuey', ['celery', 'huey']],
  ['celery\r\nhuey\rrq', ['celery', 'huey', 'rq']],
  ['celery,huey\nrq[x,y]>=1,<2\n', ['celery', 'huey', 'rq[x,y]>=1,<2']],
  ['celery[redis,huey', ['celery[redis', 'huey']],
  ['celery"redis,huey', ['celery"redis', 'huey']],
  ['celery, huey  # small, they say', ['celery', 'huey  # small, they say']],
  ['celery>=4 --hash=sha256:aa  # pinned', ['celery>=4']],
  ['--only-binary celery,huey', ['--only-binary celery,huey']],
  ['# celery, huey', ['# celery, huey']],
])('%j has the entries %j', (text, entries) => {
  expect(listTexts(text)).toEqual(entries);
});

test('a repeated requirement counts once', () => {
  const entries = readRequirements('celery\nhuey,celery\n# x\n# x\nCelery');
  expect(entries.map(({ kind, line, text }) => [kind, line, text])).toEqual([
    ['read', 1, 'celery'],
    ['read', 2, 'huey'],
    ['skipped', 2, 'celery'],
    ['skipped', 3, '# x'],
    ['skipped', 4, '# x'],
    ['read', 5, 'Celery'],
  ]);
});

test('the size includes all requirements, without comments, options and hashes', () => {
  expect(sizeOfRequirements('')).toEqual({ requirements: 0, characters: 0 });
  const text = 'celery==5 --hash=sha256:aa # x\n\n# y\n-r base.txt\na b,huey\n-e ./app';
  expect(sizeOfRequirements(text)).toEqual({ requirements: 4, characters: 21 });
});

test.each([
  ['commas', ','.repeat(500_000)],
  ['brackets', '[('.repeat(250_000)],
  ['quotes', `"'`.repeat(250_000)],
  ['number signs', '#'.repeat(500_000)],
  ['backslashes', '\\\n'.repeat(250_000)],
  ['backslashes and blanks', `${'\\ '.repeat(250_000)}x`],
  ['blanks', ' '.repeat(500_000)],
  ['hyphens', ' -'.repeat(250_000)],
  ['one name', 'a'.repeat(500_000)],
])('half a megabyte of %s is measured in less than a second', (_, text) => {
  expect(fastest(() => sizeOfRequirements(text), 1000)).toBeLessThan(1000);
});

test.each([
  ['hyphens', 'a-'],
  ['dots', 'a.'],
  ['slashes', 'a/'],
  ['at signs', 'https://a@'],
  ['addresses', 'git+https://'],
  ['brackets', 'a['],
  ['versions', 'a-1.0-'],
  ['specifiers', 'a>=1,'],
  ['markers', 'a;os_name=="'],
])('20,000 characters of %s are parsed in less than two seconds', (_, piece) => {
  const line = piece.repeat(1000).slice(0, 1000);
  const text = Array.from({ length: 20 }, (_, index) => `${index}${line}`.slice(0, 1000));
  expect(readRequirements(text.join('\n')).length).toBeGreaterThanOrEqual(20);
  expect(fastest(() => readRequirements(text.join('\n')), 2000)).toBeLessThan(2000);
});
