import { expect, test } from 'vitest';
import { toJson } from '@/lib/api/json';
import { listJson } from '@/lib/api/list-json';

const documents = [
  { slug: 'celery', text: 'two\nlines, a " and a \u2028', grids: ['a', 'b'] },
  { slug: 'huey', text: ']', grids: [] },
  { slug: 'rq', text: '', grids: [{ a: null }] },
];

test.each([0, 2, 4])(
  'a list in parts is the same text as in one piece, indented by %i',
  (indent) => {
    const whole = { count: 3, next: null, previous: 'http://a.test/?x=]', results: documents };
    const first = { ...whole, results: documents.slice(0, 1) };
    const rest = [documents.slice(1, 2), documents.slice(2)];
    expect([...listJson(first, rest, indent)].join('')).toBe(toJson(whole, indent));
  },
);
