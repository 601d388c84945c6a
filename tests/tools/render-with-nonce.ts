import { createServer, get } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '@/lib/root';
import { HeldResponse } from '@/server/origin/held-response';
import { openOrigin } from '@/server/origin/open-origin';

// A program of its own: Next doesn't respond in a process of Playwright. It prints a page of the build that keeps its scripts.
const { handle } = await openOrigin({
  ...{ folder: ROOT, port: 80, address: undefined, cacheBytes: 0, traceBytes: 0 },
  validatorSocket: join(mkdtempSync(join(tmpdir(), 'packgrid-')), 'validator.sock'),
  restart: () => undefined,
});
const server = createServer({ ServerResponse: HeldResponse }, (request, response) => {
  void handle(request, response);
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const address = server.address();
const port = address !== null && typeof address === 'object' ? address.port : 0;
const headers = { host: 'localhost', 'content-security-policy': "script-src 'nonce-bm9uY2U='" };
get({ port, host: '127.0.0.1', path: '/about/', headers }, (response) => {
  void response.toArray().then((chunks) => {
    const policy = response.headers['content-security-policy'];
    const html = Buffer.concat(chunks).toString();
    const printed = JSON.stringify({ status: response.statusCode, policy, html });
    process.stdout.write(printed, () => {
      process.exit();
    });
  });
});
