import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { renderable } from '@/lib/open-graph/letters';
import { fontLetters } from '@/tests/tools/font-letters';

const nextFolder = dirname(createRequire(import.meta.url).resolve('next/package.json'));
const font = readFileSync(join(nextFolder, 'dist/compiled/@vercel/og/Geist-Regular.ttf'));

test('every character allowed in images is in their font', () => {
  const letters = fontLetters(font);
  const all = Array.from({ length: 0x1_0000 }, (_, code) => code);
  // The a prevents the fallback.
  const rendered = all.flatMap((code) => Array.from(renderable(`a${String.fromCharCode(code)}a`)));
  const kept = [...new Set(rendered)];
  expect(kept.length).toBeGreaterThan(300);
  expect(kept.filter((sign) => !letters.has(sign.codePointAt(0) ?? 0))).toEqual([]);
});

test.each([
  ['Celery', 'Celery'],
  ['Müller’s “Größe” – 5 €…', 'Müller’s “Größe” – 5 €…'],
  // As two characters each.
  ['Cafe\u0301', 'Café'],
  ['🚀 django-rocket 🚀', 'django-rocket'],
  // The font lacks these letters, but has their components.
  ['Ĭ 𝕏 ﬁ Ａ', 'I X fi A'],
  ['Việt', 'Viet'],
  ['👩‍👩‍👧 family 👍🏽 🇩🇪 #️⃣', 'family #'],
  ['a\u0000\u0007b\tc\nd', 'ab c d'],
  ['soft\u00adhyphen', 'softhyphen'],
  // Half a name is a wrong name.
  ['Django 管理 tools', 'the-slug'],
  ['简单界面 Django 后台', 'the-slug'],
  ['Привет Django', 'the-slug'],
  ['한국어 django', 'the-slug'],
  ['Python ≥ 3.10', 'the-slug'],
  ['a → b', 'the-slug'],
  ['日本語', 'the-slug'],
  ['مرحبا', 'the-slug'],
  ['🚀', 'the-slug'],
  ['日本 – !', 'the-slug'],
  ['', 'the-slug'],
])('%j is rendered as %j', (text, rendered) => {
  expect(renderable(text, 'the-slug')).toBe(rendered);
});

test('a fallback missing from the font is omitted', () => {
  expect(renderable('日本語', '日本')).toBe('');
  expect(renderable('日本語')).toBe('');
});
