import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleEnhance } from '@/server/cli/enhance';

const script = await bundleEnhance();

test('the script of the read half has at most 12 KB gzipped', () => {
  expect(gzipSync(script).length).toBeLessThanOrEqual(12 * 1024);
});

test('it defines the elements, and needs no other file', () => {
  const text = Buffer.from(script).toString();
  expect(text).toContain('"compare-tray"');
  expect(text).toContain('"copy-text"');
  expect(text).toContain('"search-shortcut"');
  expect(text).toContain('"search-suggestions"');
  expect(text).not.toMatch(/\bimport\b|\brequire\b/);
});

test('it starts no formatter, which takes a phone longer than all the rest of it', () => {
  expect(Buffer.from(script).toString()).not.toContain('Intl');
});
