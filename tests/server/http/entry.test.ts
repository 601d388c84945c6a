import { expect, test } from 'vitest';
import { bytesOf, entryOf, formOf } from '@/server/http/answer/entry';

const body = Buffer.from('Celery is a task queue. '.repeat(500));
const headers = { 'content-type': 'text/html' };
const answer = { status: 200, headers, body, isShared: true };

test('a body sent compressed is kept only compressed, and every encoding can still be made', async () => {
  const entry = entryOf(answer);
  const drawn = bytesOf(entry);
  const gzip = await formOf(entry, 'gzip');
  expect([...entry.forms]).toEqual([['gzip', gzip]]);
  expect(bytesOf(entry)).toBeLessThan(drawn / 10);
  const brotli = await formOf(entry, 'br');
  expect(await formOf(entry, 'identity')).toEqual(body);
  expect([...entry.forms.keys()]).toEqual(['gzip', 'br', 'identity']);
  expect([await formOf(entryOf(answer), 'gzip'), await formOf(entryOf(answer), 'br')]).toEqual([
    gzip,
    brotli,
  ]);
});
