import { expect, test } from 'vitest';
import { toJson } from '@/lib/api/json';

test('line separators are escaped, letters are not', () => {
  expect(toJson({ text: 'é 🐍 \u2028 \u2029 "x" \n' })).toBe(
    '{"text":"é 🐍 \\u2028 \\u2029 \\"x\\" \\n"}',
  );
});

test('an empty list stays on one line when indented', () => {
  expect(toJson({ list: [], one: [1] }, 4)).toBe(
    '{\n    "list": [],\n    "one": [\n        1\n    ]\n}',
  );
});
