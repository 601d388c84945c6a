import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { ROOT } from '@/lib/root';
import { CLI } from '@/server/cli/child';
import { isWhole, partOf } from '@/tests/tools/extent';
import { requestText, sendRaw, valueOf, type RawAnswer } from '@/tests/tools/raw-http';
import { attacks } from './attacks/attacks';
import { testOnOwnSite } from './own-site';
import { findProgram, proxies } from './proxies/proxies';
import { withProxy } from './proxies/run';

/** A URL for each kind of response: cached, private, streamed; pages, files, redirects, 404s. */
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

const settings = { TRUSTED_PROXIES: 'loopback', RATE_LIMIT: '0' };
const test = testOnOwnSite({ settings });

// All in one worker, so that only one more site runs.
test.describe.configure({ mode: 'default', timeout: 300_000 });

/** Every attack through a proxy uses a host of its own, so nothing is cached for it. */
const hostOf = (proxy: string, index: number) =>
  `${proxy}-${String(index + 1).padStart(3, '0')}.test`;

/** As long as all other hosts, and never attacked. */
const cleanHostOf = (proxy: string) => hostOf(proxy, -1);

/** The parts of a response that must not change for others. The ETag depends on the body, which has the host in it. */
const COMPARED = [
  ...['content-type', 'cache-control', 'location', 'content-security-policy', 'set-cookie'],
  ...['access-control-allow-origin', 'content-encoding', 'content-range', 'refresh', 'link'],
];

function seen(answer: RawAnswer, host: string, clean = host) {
  const headers = COMPARED.map((name) => [name, valueOf(answer, name) ?? '']);
  return { status: answer.status, headers, body: answer.body.replaceAll(host, clean) };
}

async function writeDumps(databasePath: string): Promise<void> {
  const program = [...CLI, 'dump'];
  const env = { ...process.env, DATABASE_PATH: databasePath, SITE_URL: '', SITE_TIME_ZONE: '' };
  const child = spawn(process.execPath, program, { cwd: ROOT, env, stdio: 'ignore' });
  await once(child, 'close');
}

/** Each attack is sent to all URLs, or in a short run to every eighth, each attack starting at a different one. */
const isAttacked = (place: number, index: number) => isWhole || place % 8 === index % 8;

/** Attacks URLs and then requests them normally. Returns how many of the latter responses came from a proxy's cache. */
async function attackAll(
  proxy: string,
  port: number,
  clean: Map<string, RawAnswer>,
  all = attacks,
): Promise<{ fromProxy: number; asked: number }> {
  let [fromProxy, asked] = [0, 0];
  for (const [index, attack] of all.entries()) {
    const host = hostOf(proxy, index);
    const answers = await Promise.all(
      [...clean]
        .filter((_, place) => isAttacked(place, index))
        .map(async ([path, wanted]) => {
          await sendRaw(port, attack.write(path, host));
          const answer = await sendRaw(port, requestText(path, { host }));
          const cleanHost = cleanHostOf(proxy);
          expect(seen(answer, host, cleanHost), `${path} after ${attack.name}`).toEqual(
            seen(wanted, cleanHost),
          );
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

/** The site's responses without attacks. */
async function askClean(proxy: string, port: number): Promise<Map<string, RawAnswer>> {
  const answers = new Map<string, RawAnswer>();
  for (const path of PATHS) {
    answers.set(path, await sendRaw(port, requestText(path, { host: cleanHostOf(proxy) })));
  }
  return answers;
}

test('no request changes the site’s response to the next one', async ({
  site: { port, databasePath },
}) => {
  await writeDumps(databasePath);
  const clean = await askClean('itself', port);
  expect([...clean].map(([path, { status }]) => [path, status])).toEqual(
    PATHS.map((path) => [path, path.includes('nope/') ? 404 : path === '/packages' ? 301 : 200]),
  );
  await attackAll('itself', port, clean);
});

/** Every run sends all attacks to the site itself. */
const some = partOf(attacks, 6);

for (const proxy of proxies) {
  const program = findProgram(proxy.program);
  // The tests install only a browser; proxies are tested if they are installed.
  if (program === undefined) continue;
  test(`no request changes the response of ${proxy.name}, configured as in README.md, to the next one`, async ({
    site: { port, databasePath },
  }) => {
    await writeDumps(databasePath);
    const clean = await askClean(proxy.program, port);
    await withProxy(proxy, program, port, async (proxyPort) => {
      const { fromProxy, asked } = await attackAll(proxy.program, proxyPort, clean, some);
      // Otherwise only the site itself would have been attacked.
      expect(fromProxy).toBeGreaterThan(asked / 3);
    });
  });
}
