import { expect, test } from 'vitest';
import { bytesOf, entryOf, makeForm } from '@/lib/front/answer/entry';

const body = Buffer.from('Celery is a task queue. '.repeat(500));
const headers = { 'content-type': 'text/html' };
const answer = { status: 200, headers, body, isShared: true };

test('of a body that has gone out compressed nothing else takes room, and any form is still to be had', async () => {
  const entry = entryOf(answer);
  const drawn = bytesOf(entry);
  const gzip = await makeForm(entry, 'gzip');
  expect([...entry.forms]).toEqual([['gzip', gzip]]);
  expect(bytesOf(entry)).toBeLessThan(drawn / 10);
  const brotli = await makeForm(entry, 'br');
  expect(await makeForm(entry, 'identity')).toEqual(body);
  expect([...entry.forms.keys()]).toEqual(['gzip', 'br', 'identity']);
  expect([await makeForm(entryOf(answer), 'gzip'), await makeForm(entryOf(answer), 'br')]).toEqual([
    gzip,
    brotli,
  ]);
});
