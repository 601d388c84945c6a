import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '@/lib/root';
import { passedHeaders, type PassMode } from '@/server/http/passed-headers';
import { SESSION_COOKIE } from '@/lib/http/session-cookie';

/** The folders in which Next reads requests or lists the headers it knows. */
const FOLDERS = ['server', 'lib', 'shared/lib', 'client/components', 'build/templates'];

/** How its code refers to a header. */
const NAMINGS = [
  /headers\??\.?\[['"]([\w-]+)['"]\]/g,
  /[hH]eaders?\??\.(?:get|has)\(['"]([\w-]+)['"]\)/g,
  /getHeader\(['"]([\w-]+)['"]\)/g,
  /const \w*HEADER\w* = ['"]([\w-]+)['"]/g,
  /const (?:NEXT_URL|RSC_HEADER) = ['"]([\w-]+)['"]/g,
];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !/(^|\/)(dev|typescript)\//.test(name))
    .map((name) => join(folder, name));
}

/** The headers that Next itself lists as internal. */
const internalIn = (source: string) => [
  ...(/INTERNAL_HEADERS = \[([^\]]*)\]/.exec(source)?.[1]?.matchAll(/'([\w-]+)'/g) ?? []),
];

/** Every header in Next's code, of requests and responses alike. */
function readHeadersOfNext(): string[] {
  const root = join(ROOT, 'node_modules', 'next', 'dist');
  const sources = FOLDERS.flatMap((it) => filesIn(join(root, it))).map((it) =>
    readFileSync(it, 'utf8'),
  );
  const named = sources.flatMap((source) => [
    ...NAMINGS.flatMap((naming) => [...source.matchAll(naming)]),
    ...internalIn(source),
  ]);
  return [...new Set(named.map(([, name = '']) => name.toLowerCase()))].toSorted();
}

const headersOfNext = readHeadersOfNext();

const passedOf = (names: string[], mode: PassMode, cookie?: string) =>
  Object.keys(
    passedHeaders({ ...Object.fromEntries(names.map((name) => [name, '1'])), cookie }, mode),
  ).toSorted();

test('the headers that Next reads are found in its source', () => {
  expect(headersOfNext.length).toBeGreaterThan(60);
  expect(headersOfNext).toEqual(
    expect.arrayContaining([
      ...['x-middleware-prefetch', 'x-middleware-rewrite', 'x-middleware-override-headers'],
      ...['x-nextjs-data', 'x-matched-path', 'x-now-route-matches', 'x-prerender-revalidate'],
      ...['rsc', 'next-url', 'next-action', 'next-resume', 'next-router-prefetch'],
      ...['next-router-segment-prefetch', 'next-hmr-refresh', 'x-next-revalidated-tags'],
      ...['x-forwarded-host', 'x-forwarded-proto', 'content-security-policy', 'user-agent'],
    ]),
  );
});

/** Standard headers that our own pages and handlers read, and Next too. Each was reviewed: none changes what other clients get. */
const LOOKED_AT = ['accept', 'content-type', 'host'];

test('of all headers that Next reads, only the reviewed ones are passed on', () => {
  // A response to a request with credentials is not shared.
  expect(passedOf(headersOfNext, 'whole')).toEqual([...LOOKED_AT, 'authorization'].toSorted());
  expect(passedOf(headersOfNext, 'stream')).toEqual(LOOKED_AT);
});

test('a page of the edit section gets the headers of Next’s scripts, but none that Next calls internal', () => {
  const passed = passedOf(headersOfNext, 'edit');
  expect(passed).toEqual([
    ...['accept', 'authorization', 'content-type', 'host'],
    ...['next-action', 'next-router-prefetch'],
    ...['next-router-segment-prefetch', 'next-router-state-tree', 'next-url', 'origin', 'referer'],
    ...['rsc', 'user-agent'],
  ]);
});

test('headers known from attacks on other sites are not passed on', () => {
  const tried = [
    ...[
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-port',
      'x-forwarded-prefix',
      'forwarded',
    ],
    ...['x-host', 'x-original-url', 'x-rewrite-url', 'x-http-method-override', 'x-invoke-path'],
    ...['x-invoke-status', 'x-invoke-query', 'purpose', 'sec-purpose', 'accept-language'],
    ...['accept-encoding', 'transfer-encoding', 'expect', 'upgrade', 'x-middleware-subrequest'],
  ];
  for (const mode of ['whole', 'stream', 'edit'] as const) {
    expect(passedOf(tried, mode)).toEqual([]);
  }
});

test('only files can be requested in ranges', () => {
  const names = ['range', 'if-range', 'if-none-match', 'if-modified-since'];
  expect(passedOf(names, 'stream')).toEqual(names.toSorted());
  expect(passedOf(names, 'whole')).toEqual([]);
});

test('cookies are passed on only for signed-in users', () => {
  const session = `theme=dark; ${SESSION_COOKIE}=a`;
  expect(passedHeaders({ cookie: '__prerender_bypass=a' }, 'whole')).toEqual({});
  expect(passedHeaders({ cookie: session }, 'whole')).toEqual({ cookie: session });
  expect(passedHeaders({ cookie: 'csrf=a' }, 'edit')).toEqual({ cookie: 'csrf=a' });
});
