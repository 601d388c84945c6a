import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleEnhance } from '@/lib/cli/enhance';

const script = await bundleEnhance();

test('the script of the read half has at most 12 KB gzipped', () => {
  expect(gzipSync(script).length).toBeLessThanOrEqual(12 * 1024);
});

test('it needs no other file', () => {
  expect(Buffer.from(script).toString()).not.toMatch(/\bimport\b|\brequire\b/);
});
