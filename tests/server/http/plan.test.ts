import { IncomingMessage, type IncomingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { planWith } from '@/server/http/request-plan';
import { routesOf } from '@/lib/routes/match';
import { SESSION_COOKIE } from '@/lib/http/session-cookie';

const site = {
  findRoute: routesOf(['/(read)/about/page', '/api/v4/packages/route', '/(read)/dumps/page']),
  isStaticFile: (url: string) => url.startsWith('/_next/static/') || url === '/icon.svg',
  PORT: 80,
};

function requestOf(url: string, headers: IncomingHttpHeaders = {}, method = 'GET') {
  const request = new IncomingMessage(new Socket());
  return Object.assign(request, { method, url, headers: { host: 'a.test', ...headers } });
}

const API = '/api/v4/packages/';

test('each representation of a URL by Accept has its own cache key, whoever asked before', () => {
  const find = planWith(site);
  const keyOf = (headers: IncomingHttpHeaders) => {
    const plan = find(requestOf(API, headers));
    return plan.kind === 'cacheable' ? plan.key : undefined;
  };
  const ofAll = keyOf({});
  const ofNothing = keyOf({ accept: '' });
  const ofPage = keyOf({ accept: 'text/html' });
  expect(new Set([ofAll, ofNothing, ofPage]).size).toBe(3);
  expect(keyOf({ accept: '*/*' })).toBe(ofAll);
  for (const [accept, key] of [
    ['', ofNothing],
    ['text/html', ofPage],
  ] as const) {
    expect(keyOf({ accept })).toBe(key);
  }
  expect(keyOf({})).toBe(ofAll);
});

test('a request that differs in anything from an earlier one has a plan of its own', () => {
  const find = planWith(site);
  expect(find(requestOf('/about/')).kind).toBe('cacheable');
  expect(find(requestOf('/about/', { cookie: `${SESSION_COOKIE}=a` })).kind).toBe('private');
  expect(find(requestOf('/about/', { authorization: 'Basic a' })).kind).toBe('private');
  expect(find(requestOf('/about/', {}, 'POST')).kind).toBe('private');
  expect(find(requestOf('/dumps/')).kind).toBe('private');
  expect(find(requestOf('/about/', { host: 'b.test' }))).not.toEqual(find(requestOf('/about/')));
});

test.each(['/_next/static/chunks/a.css', '/_next/static/chunks/a.css?v=1', '/icon.svg'])(
  'the static file %s is the same for everyone, whatever cookie or credentials they send',
  (url) => {
    const find = planWith(site);
    const anonymous = find(requestOf(url));
    expect(anonymous).toMatchObject({ kind: 'cacheable', context: { isPersonal: false } });
    for (const headers of [{ cookie: `${SESSION_COOKIE}=a` }, { authorization: 'Basic a' }]) {
      expect(find(requestOf(url, headers))).toEqual(anonymous);
    }
  },
);

test('a route without a row in the table is rendered for each client, with its whole query', () => {
  const find = planWith({ ...site, findRoute: routesOf(['/(read)/ghosts/page']) });
  const plan = find(requestOf('/ghosts/?a=1'));
  expect(plan).toMatchObject({ kind: 'private', context: { url: '/ghosts/?a=1' } });
});
