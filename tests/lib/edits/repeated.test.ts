import { expect, test } from 'vitest';
import { repeatedText } from '@/lib/edits/repeated';

const text = 'The best package there is.';

const cell = (featureId: number, value: string, before: string | null = null) => ({
  kind: 'grid',
  recordId: 1,
  before: before === null ? {} : { [`cell ${featureId} 1`]: { text: before, comment: '' } },
  after: { [`cell ${featureId} 1`]: { text: value, comment: '' } },
});

test('the same text in three cells is repeated, whatever its spaces and capitals', () => {
  const two = [cell(1, text), cell(2, text)];
  expect(repeatedText(two)).toBeUndefined();
  expect(repeatedText([...two, cell(3, ` ${text.toUpperCase()}\n`)])).toBe(text.toLowerCase());
});

test('a text counts in descriptions too', () => {
  const pkg = { kind: 'package', recordId: 2, before: {}, after: { repoDescription: text } };
  expect(repeatedText([cell(1, text), pkg, { ...pkg, recordId: 3 }])).toBe(text.toLowerCase());
});

test('short texts, and a text in the same cell again, are not', () => {
  const short = 'yes, with Redis';
  expect(repeatedText([cell(1, short), cell(2, short), cell(3, short)])).toBeUndefined();
  expect(repeatedText([cell(1, text), cell(1, text, 'no'), cell(1, text, text)])).toBeUndefined();
});

test('a text that stays while another changes is not entered', () => {
  const kept = [1, 2, 3].map((it) => cell(it, text, text));
  expect(repeatedText(kept)).toBeUndefined();
});
