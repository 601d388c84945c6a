import { expect, test } from 'vitest';
import { toJson } from '@/lib/api/json';

test('letters stay as they are, line separators are escaped', () => {
  expect(toJson({ text: 'é 🐍 \u2028 \u2029 "x" \n' })).toBe(
    '{"text":"é 🐍 \\u2028 \\u2029 \\"x\\" \\n"}',
  );
});

test('indented, an empty list stays on its line', () => {
  expect(toJson({ list: [], one: [1] }, 4)).toBe(
    '{\n    "list": [],\n    "one": [\n        1\n    ]\n}',
  );
});
