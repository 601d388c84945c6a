import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createClient, RemoteError } from '@/server/import-export/import/client';
import { startV4Host, type Misbehaviour } from '@/tests/tools/v4-host';

setFlagsFromString('--expose-gc');
const collectGarbage = z
  .custom<() => void>((it) => typeof it === 'function')
  .parse(runInNewContext('gc'));

const silences: [string, Misbehaviour][] = [
  ['nothing', () => true],
  [
    'the beginning of an answer',
    (_, response) => {
      response.writeHead(200).write('{"count":');
      return true;
    },
  ],
];

test.each(silences)(
  'a host that says %s times out, even if garbage is collected meanwhile',
  async (_, misbehave) => {
    const host = await startV4Host({ misbehave });
    const collecting = setInterval(collectGarbage, 20);
    const client = createClient(new URL(host.url), {
      ...{ concurrency: 1, rate: 100, retries: 0, backOff: 10 },
      ...{ timeout: 300, mostBytes: 1000, userAgent: 'test' },
    });
    try {
      const error: unknown = await client.read(new URL(host.url)).catch((it: unknown) => it);
      expect(error).toBeInstanceOf(RemoteError);
      expect(error).toHaveProperty('message', expect.stringMatching(/not respond in full within/));
    } finally {
      clearInterval(collecting);
      host.close();
    }
  },
);
