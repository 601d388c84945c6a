import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleEnhance } from '@/server/cli/enhance';

const script = await bundleEnhance();

test('the script of the read section has at most 12 KB gzipped', () => {
  expect(gzipSync(script).length).toBeLessThanOrEqual(12 * 1024);
});

test('it defines the custom elements and imports no other file', () => {
  const text = Buffer.from(script).toString();
  expect(text).toContain('"compare-tray"');
  expect(text).toContain('"copy-text"');
  expect(text).toContain('"search-shortcut"');
  expect(text).toContain('"search-suggestions"');
  expect(text).not.toMatch(/\bimport\b|\brequire\b/);
});

test('it creates no Intl formatter, which is slow on phones', () => {
  expect(Buffer.from(script).toString()).not.toContain('Intl');
});
