import { expect, test } from 'vitest';
import { escapeUnprintable, hasRightToLeft, printable } from '@/lib/text/printable';

test.each([
  ['Celery', 'Celery'],
  ['a\tb\r\nc', 'a\tb\r\nc'],
  [
    'nul\u0000 bell\u0007 esc\u001b[31m del\u007f nel\u0085 csi\u009b',
    'nul bell esc[31m del nel csi',
  ],
  ['exe\u202egpj', 'exegpj'],
  ['\u202aa\u202bb\u202cc\u202dd\u202ee', 'abcde'],
  ['\u2066a\u2067b\u2068c\u2069', 'abc'],
  ['\u200ea\u200fb\u061cc', 'abc'],
  ['שלום', 'שלום'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['क्‍ष', 'क्‍ष'],
])('%j is shown as %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('displayed JSON keeps its content', () => {
  const text = 'a\u202eb\u0000c\u007f\u009f 日本 😀';
  const shown = escapeUnprintable(JSON.stringify({ text }));
  expect(shown).toBe('{"text":"a\\u202eb\\u0000c\\u007f\\u009f 日本 😀"}');
  expect(JSON.parse(shown)).toEqual({ text });
});

test.each([
  ['Celery', false],
  ['Größe – 日本 😀', false],
  ['חבילה', true],
  ['Django حزمة', true],
  ['𞤀𞤣𞤤𞤢𞤥', true],
])('%j has right-to-left letters: %j', (text, has) => {
  expect(hasRightToLeft(text)).toBe(has);
});
