import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeText } from '@/lib/requirements/decode';
import { countLines } from '@/lib/requirements/lines';
import { readRequirements } from '@/lib/requirements/read';
import { ROOT } from '@/lib/root';

const read = (name: string) =>
  readRequirements(decodeText(readFileSync(join(ROOT, 'tests/fixtures/requirements', name))));

const listRead = (name: string) =>
  read(name).flatMap((entry) =>
    entry.kind === 'read' ? [`${entry.name ?? ''}${entry.specifier ?? ''}`] : [],
  );

const files = [
  {
    name: 'pip-compile.txt',
    projects: ['amqp==5.2.0', 'asgiref==3.7.2', 'celery==5.3.6', 'django-cors-headers==4.3.1'],
    refused: [],
  },
  {
    name: 'pip-freeze.txt',
    projects: [
      ...['celery==5.3.6', 'django-q', 'django', 'django-redis==5.4.0', 'private', 'kombu'],
      ...['torch', 'zope-interface==6.1'],
    ],
    refused: [],
  },
  {
    name: 'poetry-export.txt',
    projects: ['celery==5.3.6', 'colorama==0.4.6', 'django-q'],
    refused: [],
  },
  { name: 'uv-export.txt', projects: ['celery==5.3.6', 'django-q==1.3.9'], refused: [] },
  {
    name: 'pip-list.txt',
    projects: ['celery==5.3.6', 'django-q==1.3.9', 'example-app==0.1.0', 'torch==2.2.0+cpu'],
    refused: [],
  },
  { name: 'windows.txt', projects: ['celery==5.3.6', 'django-q==1.3.9'], refused: [] },
  { name: 'powershell.txt', projects: ['celery==5.3.6', 'django-q==1.3.9'], refused: [] },
  {
    name: 'latin-1.txt',
    projects: ['celery==5.3.6', 'django-q==1.3.9'],
    refused: ['caf\ufffd==1'],
  },
];

test.each(files)('$name has exactly its projects', ({ name, projects, refused }) => {
  expect(listRead(name)).toEqual(projects);
  const texts = read(name)
    .filter(({ kind }) => kind === 'refused')
    .map(({ text }) => text);
  expect(texts).toEqual(refused);
});

test.each(files)('every line of $name is in exactly one entry', ({ name }) => {
  const text = decodeText(readFileSync(join(ROOT, 'tests/fixtures/requirements', name)));
  const lines = readRequirements(text).flatMap(({ line, lastLine }) =>
    Array.from({ length: lastLine - line + 1 }, (_, index) => line + index),
  );
  // There is no line after the last line break.
  expect(lines).toEqual(Array.from({ length: countLines(text) - 1 }, (_, index) => index + 1));
});

test('the entries of a compiled file have the kind of each line', () => {
  const entries = read('pip-compile.txt').map((entry) =>
    entry.kind === 'read'
      ? `${entry.line}-${entry.lastLine} ${entry.text}`
      : `${entry.line} ${entry.reason}`,
  );
  expect(entries).toEqual([
    ...['1 comment', '2 comment', '3 comment', '4 comment', '5 comment', '6 comment'],
    ...['7 package index', '8 pip option', '9 blank line'],
    ...['10-12 amqp==5.2.0', '13 comment'],
    ...['14-16 asgiref==3.7.2', '17 comment', '18 comment', '19 comment'],
    ...['20-22 celery[redis,auth]==5.3.6', '23 comment'],
    ...['24-25 django-cors-headers==4.3.1 ; python_version >= "3.8"', '26 comment'],
    ...['27 blank line', '28 comment', '29 comment'],
  ]);
});

test('decodes UTF-16 with a byte order mark, in either byte order', () => {
  const little = Buffer.from('\ufeffcelery\nhuey', 'utf16le');
  expect(decodeText(little)).toBe('celery\nhuey');
  expect(decodeText(Buffer.from(little).swap16())).toBe('celery\nhuey');
});

test('refuses UTF-16 without a byte order mark, line by line', () => {
  const text = decodeText(Buffer.from('celery\nhuey\n', 'utf16le'));
  expect(readRequirements(text).map(({ kind }) => kind)).not.toContain('read');
});
