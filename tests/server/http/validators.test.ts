import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openValidators } from '@/server/http/validators';
import { readLines } from '@/server/primary/lines';
import { validatorSocketOf } from '@/server/primary/sockets';
import { useSocketFolder } from './socket-folder';

const current = useSocketFolder();

const question = z.object({ id: z.number(), key: z.string(), tag: z.string() });

/** Starts a validator that finds responses with this tag valid, and replies to none about the key `silence`. */
async function start(valid: string) {
  const connections: Socket[] = [];
  const server = createServer((connection) => {
    connections.push(connection);
    readLines(connection, (line) => {
      const { id, key, tag } = question.parse(JSON.parse(line));
      if (key === 'silence') return;
      connection.write(`${JSON.stringify({ id, isValid: tag === valid })}\n`);
    });
  });
  await once(server.listen(validatorSocketOf(current.folder, 0)), 'listening');
  const end = () => {
    server.close();
    for (const connection of connections) connection.destroy();
  };
  current.cleanups.push(end);
  return { end, connections };
}

test('each question gets its own reply, over one connection', async () => {
  const { connections } = await start('new');
  const validate = openValidators(current.folder, 1);
  const tags = ['new', 'old', 'new', 'old', 'new'];
  const replies = await Promise.all(tags.map((tag) => validate('a "key"\nwith é', tag)));
  expect(replies).toEqual([true, false, true, false, true]);
  expect(connections).toHaveLength(1);
});

test('without a validator no response counts as valid, until one is started', async () => {
  const validate = openValidators(current.folder, 1);
  expect(await validate('a', 'new')).toBe(false);
  const first = await start('new');
  expect(await validate('a', 'new')).toBe(true);
  const unanswered = validate('silence', 'new');
  await expect.poll(() => first.connections.length).toBe(1);
  first.end();
  expect(await unanswered).toBe(false);
  await start('new');
  expect(await validate('a', 'new')).toBe(true);
});
