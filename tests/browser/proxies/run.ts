import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@/tests/tools/free-port';
import { ask } from '../contract/ask';
import { exampleIn, type Proxy } from './proxies';

/** Maximum start-up time in milliseconds; Varnish compiles its configuration. */
const PATIENCE = 20_000;

/** Runs a proxy in front of a site, configured as in README.md, while `use` sends requests to its port. */
export async function withProxy(
  proxy: Proxy,
  program: string,
  site: number,
  use: (port: number) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'packgrid-proxy-'));
  const port = await findFreePort();
  const options = proxy.prepare(folder, exampleIn(proxy), { site, proxy: port });
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'close');
  try {
    await untilItAnswers(port, () => said);
    await use(port);
  } finally {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });
  }
}

async function untilItAnswers(port: number, said: () => string): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  const asked = { method: 'GET', path: '/health/' };
  while (performance.now() < deadline) {
    const answer = await ask(port, asked).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(100);
  }
  throw new Error(`The proxy did not come up: ${said()}`);
}
