import { expect, test } from '@playwright/test';
import { requestText, sendRaw, valueOf, type RawAnswer } from '@/tests/tools/raw-http';
import { withSite } from '@/tests/tools/running-site';

const port = Number(process.env['PACKGRID_TEST_PORT']);
const ask = (path: string, parts = {}) => sendRaw(port, requestText(path, parts));
const MULTIPART = {
  method: 'POST',
  lines: ['Content-Type: multipart/form-data; boundary=b'],
  body: '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n',
};

const GUARDS = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^(same|cross)-origin$/,
  'permissions-policy': /\bcamera=\(\).*\bgeolocation=\(\)/,
  'content-security-policy': /^default-src '(self|none)'; /,
};

interface Kind {
  name: string;
  send: () => Promise<RawAnswer>;
  status: number;
  /** Whether scripts of other sites may read the response. */
  isReadable: boolean;
  /** Its policy for scripts. */
  scripts: 'none' | 'ours';
}

const kind = (
  name: string,
  status: number,
  isReadable: boolean,
  scripts: Kind['scripts'],
  send = () => ask(name),
): Kind => ({ name, send, status, isReadable, scripts });

const kinds: Kind[] = [
  kind('/', 200, false, 'ours'),
  kind('/api/', 200, false, 'ours'),
  kind('/embed/grids/websockets/', 200, false, 'ours'),
  kind('/nope/', 404, false, 'ours'),
  kind('/packages', 301, false, 'none'),
  kind('//evil.test/', 301, false, 'none'),
  kind('/compare/celery%2Chuey/', 301, false, 'none'),
  kind('/favicon.ico', 301, false, 'none'),
  kind('/icon.svg', 200, false, 'none'),
  kind('/_next/static/nope.css', 404, false, 'none'),
  kind('/_global-error/', 404, false, 'none'),
  kind('/health/', 200, false, 'none'),
  kind('/robots.txt', 200, false, 'none'),
  kind('/search/opensearch/description/', 200, false, 'none'),
  kind('/feeds/packages/latest/rss/', 200, true, 'none'),
  kind('/feeds/packages/latest/json/', 200, true, 'none'),
  kind('/badges/celery.svg', 200, true, 'none'),
  kind('/badges/nope.svg', 200, true, 'none'),
  kind('/badges/nope.png', 404, true, 'none'),
  kind('/grids/g/websockets/table.json', 200, true, 'none'),
  kind('/grids/g/websockets/table.csv', 200, true, 'none'),
  kind('/grids/g/nope/table.json', 404, true, 'none'),
  kind('/opengraph.png', 200, true, 'none'),
  kind('/dumps/nope.csv', 404, true, 'none'),
  kind('/api/v4/packages/', 200, true, 'none'),
  kind('/api/v4/packages/?format=api', 200, true, 'none'),
  kind('/api/v4/packages', 301, true, 'none'),
  kind('/api/v4/packages/nope/', 404, true, 'none'),
  kind('/api/v4/packages/?format=nope', 404, true, 'none'),
  kind('/api/v4/nope/', 404, true, 'ours'),
  kind('/api/nope/', 404, true, 'ours'),
  kind('/api/v3/users/', 302, true, 'none'),
  kind('/api/v1/', 410, true, 'none'),
  kind('/api/v4/%ff/', 400, true, 'none'),
  kind('/packages/%ff/', 400, false, 'none'),
  kind(`/api/v4/?${'x'.repeat(33_000)}`, 414, true, 'none'),
  kind('an address that is not percent-encoded', 400, true, 'none', () => ask('/api/v4/é')),
  kind('no request at all', 400, true, 'none', () => sendRaw(port, 'nonsense\r\n\r\n')),
  kind('headers that are too large', 431, true, 'none', () =>
    ask('/api/v4/', { lines: [`X: ${'x'.repeat(60_000)}`] }),
  ),
  kind('a bad host of the API', 400, true, 'none', () => ask('/api/v4/', { host: 'a b' })),
  kind('a bad host of a page', 400, false, 'none', () => ask('/about/', { host: 'a b' })),
  kind('OPTIONS of a page', 204, false, 'none', () => ask('/about/', { method: 'OPTIONS' })),
  kind('OPTIONS of a feed', 204, true, 'none', () =>
    ask('/feeds/packages/latest/rss/', { method: 'OPTIONS' }),
  ),
  kind('OPTIONS of the API', 200, true, 'none', () => ask('/api/v4/', { method: 'OPTIONS' })),
  kind('POST to the API', 405, true, 'none', () => ask('/api/v4/packages/', MULTIPART)),
  kind('POST to nothing of the API', 404, true, 'none', () => ask('/api/v4/nope/', MULTIPART)),
  kind('a method that nobody has', 405, true, 'none', () =>
    ask('/api/v4/', { method: 'PROPFIND' }),
  ),
  kind('a body that is too large', 413, true, 'none', () =>
    ask('/api/v4/', { method: 'POST', lines: ['Content-Length: 9999999'] }),
  ),
];

for (const { name, send, status, isReadable, scripts } of kinds) {
  test(`${name.slice(0, 60)} has the security headers of every response, with status ${status}`, async () => {
    const answer = await send();
    expect(answer.status).toBe(status);
    for (const [header, pattern] of Object.entries(GUARDS)) {
      expect(valueOf(answer, header), header).toMatch(pattern);
    }
    expect(valueOf(answer, 'access-control-allow-origin')).toBe(isReadable ? '*' : undefined);
    const policy = valueOf(answer, 'content-security-policy');
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(policy).toContain(scripts === 'none' ? "default-src 'none'" : "script-src 'self'");
    expect(valueOf(answer, 'strict-transport-security')).toBeUndefined();
  });
}

/** Files, redirects, handlers, pages and 404s. */
const READ_ONLY = [
  ...[
    '/icon.svg',
    '/enhance.js',
    '/packages',
    '/packages/',
    '/nope/',
    '/a.b',
    '/api/',
    '/api/nope/',
  ],
  ...[
    '/feeds/packages/latest/rss/',
    '/badges/celery.svg',
    '/opengraph.png',
    '/dumps/manifest.json',
  ],
  ...['/grids/g/websockets/table.json', '/robots.txt', '/sitemap.xml', '/_next/static/nope.js'],
];

for (const path of READ_ONLY) {
  test(`${path} allows only reading, and has one Allow header`, async () => {
    for (const parts of [MULTIPART, { method: 'POST' }, { method: 'PUT', body: 'x' }]) {
      const answer = await ask(path, parts);
      expect(answer.status).toBe(405);
      expect(valueOf(answer, 'allow')).toBe('GET, HEAD, OPTIONS');
      expect(answer.body).not.toMatch(/server action/i);
    }
  });
}

for (const host of [
  'x:99999',
  '1.2.3.4.5',
  'a b',
  '',
  'user@x',
  'x/y',
  'x\r\nHost: y',
  'x\r\nhost: x',
]) {
  test(`the Host ${JSON.stringify(host)} is refused at every path`, async () => {
    for (const path of [
      '/packages/p/celery/',
      '/api/v4/',
      '/icon.svg',
      '/health/',
      '/opengraph.png',
    ]) {
      const answer = await ask(path, { host });
      expect(answer.status, path).toBe(400);
      expect(answer.body).toContain('Host header');
    }
  });
}

test('a request without Host is refused in HTTP/1.1 and allowed in HTTP/1.0', async () => {
  const without = (version: string) =>
    sendRaw(port, `GET /about/ HTTP/${version}\r\nConnection: close\r\n\r\n`);
  const refused = await without('1.1');
  expect([refused.status, refused.body]).toEqual([400, 'The Host header is missing.\n']);
  const answered = await without('1.0');
  expect(answered.status).toBe(200);
  expect(answered.body).toContain('<title>');
});

test('only the path of an absolute request target counts', async () => {
  const plain = await ask('/packages/p/celery/');
  for (const origin of ['http://evil.test', 'https://evil.test:99', 'HTTP://a@evil.test']) {
    const page = await ask(`${origin}/packages/p/celery/`);
    expect([page.status, page.body]).toEqual([200, plain.body]);
    const moved = await ask(`${origin}/packages?q=a`);
    expect([moved.status, valueOf(moved, 'location')]).toEqual([301, '/packages/?q=a']);
  }
});

for (const path of [
  ...[
    '//evil.test',
    '//evil.test/',
    '//evil.test/a',
    '///evil.test/a',
    '/\\evil.test/a',
    '/\\/evil.test',
  ],
  ...[
    '/%5cevil.test/a',
    '/%2fevil.test/a',
    '/%2f%2fevil.test/a',
    '/..//evil.test/a',
    '/.//evil.test/a',
  ],
  ...['/%2e%2e//evil.test/a', '/packages//evil.test', '/%09//evil.test/a', '//%5cevil.test/a'],
  ...[
    'http://evil.test//evil.test/a',
    '/a%0d%0aX-Evil:1',
    '//evil.test/%0d%0aX-Evil:1',
    '/;//evil.test',
  ],
]) {
  test(`${JSON.stringify(path)} redirects to no other site`, async () => {
    const answer = await ask(path);
    const location = valueOf(answer, 'location');
    expect([301, 404, 400]).toContain(answer.status);
    expect(valueOf(answer, 'x-evil')).toBeUndefined();
    expect(valueOf(answer, 'refresh')).toBeUndefined();
    if (location === undefined) return;
    expect(location).toMatch(/^\/(?![/\\])/);
    expect(new URL(location, 'http://localhost').origin).toBe('http://localhost');
  });
}

for (const path of [
  ...[
    '/_global-error/',
    '/_global-error',
    '/_not-found/',
    '/_error/',
    '/_next/',
    '/%5fglobal-error/',
  ],
  ...['/_next/image?url=%2Ficon.svg&w=64&q=75', '/_next/image?url=%2Fscreenshot.png&w=64&q=75'],
  ...['/_next/data/x/index.json', '/_next/static/../image?url=%2Fscreenshot.png&w=64&q=75'],
  ...['//_next/image?url=%2Fscreenshot.png&w=64&q=75', '/_next/static/%2e%2e%2f%2e%2e%2fBUILD_ID'],
]) {
  test(`${path} is a 404 that is cached only briefly`, async () => {
    const answer = await ask(path);
    const moved = valueOf(answer, 'location');
    const last = moved === undefined ? answer : await ask(moved);
    expect(last.status).toBe(404);
    expect(valueOf(last, 'cache-control') ?? '').not.toMatch(/max-age=\d{3}|immutable/);
  });
}

test('with SITE_URL set, the site uses no other URL for itself', async () => {
  test.setTimeout(90_000);
  const settings = { SITE_URL: 'https://packages.test', HSTS_SECONDS: '600', WORKERS: '1' };
  await withSite({ settings }, async (site) => {
    for (const path of [
      '/packages/p/celery/',
      '/dumps/',
      '/api/v4/?x=1',
      '/packages',
      '/robots.txt',
    ]) {
      const answer = await sendRaw(site.port, requestText(path, { host: 'evil.test' }));
      expect(answer.body + JSON.stringify(answer.headers), path).not.toContain('evil.test');
      expect(valueOf(answer, 'strict-transport-security')).toBe('max-age=600');
    }
  });
});
