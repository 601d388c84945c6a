import { expect, test } from 'vitest';
import { csvRow } from '@/lib/text/csv';
import { readCsv } from '@/tests/tools/read-csv';

const written = (text: string) => readCsv(csvRow([text]))[0]?.[0];

test.each([
  ...['=1+1', '=HYPERLINK("http://x","y")', '@sum(a1)', '+cmd', '-2+3', '+1-1', '- no longer'],
  ...['\tx', '\rx', '\n=1', ' =1+1', '\u00a0=1', '\ufeff=1', '\u200b@x', '\0=1'],
  ...['＝1+1', '＋cmd', '－2+3', '＠sum(a1)', '--1', '++x', "+'a'!A1", '-'.concat('=1')],
])('escapes the formula %j', (text) => {
  expect(written(text)).toBe(`'${text}`);
});

test.each([
  ...['+', '++', '+++', '-', '--', '---', '+5', '-5', '-1.5', '+1,000.25', '+30 %', '-12%'],
  ...['', 'yes', 'a = b', 'a@b', "it's", '3.13', '5-6', '日本', 'x+y'],
])('%j is unchanged', (text) => {
  expect(written(text)).toBe(text);
});

test('quotes commas, quotes and line breaks', () => {
  expect(csvRow(['a,b', 'say "x"', 'two\nlines', 'plain'])).toBe(
    '"a,b","say ""x""","two\nlines",plain\r\n',
  );
});
