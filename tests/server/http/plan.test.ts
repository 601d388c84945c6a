import { IncomingMessage, type IncomingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { planFor } from '@/server/http/cache/plan';
import { routesOf } from '@/server/http/routes';
import { SESSION_COOKIE } from '@/lib/http/session-cookie';

const site = {
  findRoute: routesOf(['/(read)/about/page', '/api/v4/packages/route', '/(read)/dumps/page']),
  PORT: 80,
};

function requestOf(url: string, headers: IncomingHttpHeaders = {}, method = 'GET') {
  const request = new IncomingMessage(new Socket());
  return Object.assign(request, { method, url, headers: { host: 'a.test', ...headers } });
}

const API = '/api/v4/packages/';

test('an answer is kept for each form that an address has by Accept, whoever asked before', () => {
  const find = planFor(site);
  const keyOf = (headers: IncomingHttpHeaders) => {
    const plan = find(requestOf(API, headers));
    return plan.kind === 'shared' ? plan.key : undefined;
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

test('by whatever a request differs from one that was planned before, its plan is its own', () => {
  const find = planFor(site);
  expect(find(requestOf('/about/')).kind).toBe('shared');
  expect(find(requestOf('/about/', { cookie: `${SESSION_COOKIE}=a` })).kind).toBe('own');
  expect(find(requestOf('/about/', { authorization: 'Basic a' })).kind).toBe('own');
  expect(find(requestOf('/about/', {}, 'POST')).kind).toBe('own');
  expect(find(requestOf('/dumps/')).kind).toBe('own');
  expect(find(requestOf('/about/', { host: 'b.test' }))).not.toEqual(find(requestOf('/about/')));
});
