import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { ROOT } from '@/lib/root';
import { CLI } from '@/server/cli/child';
import { isWhole, partOf } from '@/tests/tools/extent';
import { requestText, sendRaw, valueOf, type RawAnswer } from '@/tests/tools/raw-http';
import { withSite } from '@/tests/tools/running-site';
import { attacks } from './attacks/attacks';
import { findProgram, proxies } from './proxies/proxies';
import { withProxy } from './proxies/run';

/** One of each kind of answer: kept, drawn for each, passed on as it comes; pages, files, redirects, what there is nothing at. */
const PATHS = [
  ...['/', '/packages/p/celery/', '/grids/g/websockets/', '/embed/grids/websockets/', '/dumps/'],
  ...['/packages', '/nope/', '/api/', '/dumps/packages.csv.gz', '/opengraph.png'],
  ...['/feeds/packages/latest/rss/', '/badges/celery.svg', '/badges/nope.svg'],
  ...['/api/v4/categories/', '/api/v4/categories/?utm=1', '/api/v3/categories/', '/api/v4/nope/'],
  ...[
    '/grids/g/websockets/table.json',
    '/sitemap.xml',
    '/robots.txt',
    '/icon.svg',
    '/icon.svg?v=1',
  ],
];

test.describe.configure({ mode: 'default', timeout: 300_000 });

/** Of the length of all others, and one that nobody attacks. */
const CLEAN = 'h000.test';

/** Every attack comes to a host of its own: so nobody has asked before it for what it asks. */
const hostOf = (index: number) => `h${String(index + 1).padStart(3, '0')}.test`;

/** What of an answer others must get unchanged. A tag is one of the body, which names the host. */
const COMPARED = [
  ...['content-type', 'cache-control', 'location', 'content-security-policy', 'set-cookie'],
  ...['access-control-allow-origin', 'content-encoding', 'content-range', 'refresh', 'link'],
];

function seen(answer: RawAnswer, host: string) {
  const headers = COMPARED.map((name) => [name, valueOf(answer, name) ?? '']);
  return { status: answer.status, headers, body: answer.body.replaceAll(host, CLEAN) };
}

async function writeDumps(databasePath: string): Promise<void> {
  const program = [...CLI, 'dump'];
  const env = { ...process.env, DATABASE_PATH: databasePath, SITE_URL: '', SITE_TIME_ZONE: '' };
  const child = spawn(process.execPath, program, { cwd: ROOT, env, stdio: 'ignore' });
  await once(child, 'close');
}

/** Each attack goes to all addresses, or in a short run to every eighth, beginning with another than the one before. */
const isAttacked = (place: number, index: number) => isWhole || place % 8 === index % 8;

/** Attacks addresses and then asks for them as everybody does. Gives how many of the latter answers came from the memory of a proxy. */
async function attackAll(
  port: number,
  clean: Map<string, RawAnswer>,
  all = attacks,
): Promise<{ fromProxy: number; asked: number }> {
  let [fromProxy, asked] = [0, 0];
  for (const [index, attack] of all.entries()) {
    const host = hostOf(index);
    const answers = await Promise.all(
      [...clean]
        .filter((_, place) => isAttacked(place, index))
        .map(async ([path, wanted]) => {
          await sendRaw(port, attack.write(path, host));
          const answer = await sendRaw(port, requestText(path, { host }));
          expect(seen(answer, host), `${path} after ${attack.name}`).toEqual(seen(wanted, CLEAN));
          return answer;
        }),
    );
    fromProxy += answers.filter(isFromProxy).length;
    asked += answers.length;
  }
  return { fromProxy, asked };
}

const isFromProxy = (answer: RawAnswer) =>
  /^(HIT|[1-9]\d*)$/.test(valueOf(answer, 'x-proxy-cache') ?? '');

/** What the site says where nobody attacks it. */
async function askClean(port: number): Promise<Map<string, RawAnswer>> {
  const answers = new Map<string, RawAnswer>();
  for (const path of PATHS) {
    answers.set(path, await sendRaw(port, requestText(path, { host: CLEAN })));
  }
  return answers;
}

const settings = { TRUSTED_PROXIES: 'loopback', RATE_LIMIT: '0' };

test('no request changes what the site itself answers to the next one', async () => {
  await withSite({ settings }, async ({ port, databasePath }) => {
    await writeDumps(databasePath);
    const clean = await askClean(port);
    expect([...clean].map(([path, { status }]) => [path, status])).toEqual(
      PATHS.map((path) => [path, path.includes('nope/') ? 404 : path === '/packages' ? 301 : 200]),
    );
    await attackAll(port, clean);
  });
});

/** The site itself is attacked by all of them in every run. */
const some = partOf(attacks, 6);

for (const proxy of proxies) {
  const program = findProgram(proxy.program);
  // Only the browser is installed for the tests; a proxy is tested where the machine has it.
  if (program === undefined) continue;
  test(`no request changes what ${proxy.name}, as README.md says, answers to the next one`, async () => {
    await withSite({ settings }, async ({ port, databasePath }) => {
      await writeDumps(databasePath);
      const clean = await askClean(port);
      await withProxy(proxy, program, port, async (proxyPort) => {
        const { fromProxy, asked } = await attackAll(proxyPort, clean, some);
        // Else it would have been the site alone that was attacked.
        expect(fromProxy).toBeGreaterThan(asked / 3);
      });
    });
  });
}
