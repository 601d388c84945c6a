import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { drawable, shortened } from '@/lib/pictures/letters';
import { fontLetters } from '@/tests/tools/font-letters';

const nextFolder = dirname(createRequire(import.meta.url).resolve('next/package.json'));
const font = readFileSync(join(nextFolder, 'dist/compiled/@vercel/og/Geist-Regular.ttf'));

test('every character that pictures keep is in their font', () => {
  const letters = fontLetters(font);
  const all = Array.from({ length: 0x1_0000 }, (_, code) => code);
  // The a keeps the fallback away.
  const drawn = all.flatMap((code) => Array.from(drawable(`a${String.fromCharCode(code)}a`)));
  const kept = [...new Set(drawn)];
  expect(kept.length).toBeGreaterThan(300);
  expect(kept.filter((sign) => !letters.has(sign.codePointAt(0) ?? 0))).toEqual([]);
});

test.each([
  ['Celery', 'Celery'],
  ['Müller’s “Größe” – 5 €…', 'Müller’s “Größe” – 5 €…'],
  // As two characters each.
  ['Cafe\u0301', 'Café'],
  ['🚀 django-rocket 🚀', 'django-rocket'],
  // The font has no such letters, but those that they are made of.
  ['Ĭ 𝕏 ﬁ Ａ', 'I X fi A'],
  ['Django 管理 tools', 'Django tools'],
  ['a\u0000\u0007b\tc\nd', 'ab c d'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['日本語', 'the-slug'],
  ['مرحبا', 'the-slug'],
  ['🚀', 'the-slug'],
  ['日本 – !', 'the-slug'],
  ['', 'the-slug'],
])('%j is drawn as %j', (text, drawn) => {
  expect(drawable(text, 'the-slug')).toBe(drawn);
});

test('a text that is too long ends in an ellipsis', () => {
  expect(shortened('1.2.3', 16)).toBe('1.2.3');
  expect(shortened('2026.11.20rc1.dev20261120', 16)).toBe('2026.11.20rc1.d…');
});
