import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { baseAddress, readHost } from '@/lib/api/base-address';
import { planWith } from '@/server/http/request-plan';
import { readTargetWith } from '@/server/http/target';
import { badHost, originForm } from '@/server/http/host';
import { routesOf } from '@/lib/routes/match';

const NO_HOST = 'The Host header is invalid.';

function requestWith(hosts: string[], version = '1.1') {
  const request = new IncomingMessage(new Socket());
  const rawHeaders = hosts.flatMap((it, at) => [at % 2 === 0 ? 'Host' : 'HOST', it]);
  const headers = hosts[0] === undefined ? {} : { host: hosts[0] };
  return Object.assign(request, { rawHeaders, headers, httpVersion: version });
}

test.each([
  ['example.org', 'example.org'],
  ['Example.ORG:80', 'example.org'],
  ['example.org:8080', 'example.org:8080'],
  ['example.org:', 'example.org'],
  ['example.org.', 'example.org.'],
  ['localhost:3000', 'localhost:3000'],
  ['my_site:3000', 'my_site:3000'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['192.0.2.7:1', '192.0.2.7:1'],
  ['127.1', '127.0.0.1'],
  ['[::1]:3000', '[::1]:3000'],
  ['[2001:DB8:0:0::1]', '[2001:db8::1]'],
  ['a'.repeat(63), 'a'.repeat(63)],
])('%s is the host %s', (text, host) => {
  expect(readHost(text)).toBe(host);
  expect(badHost(requestWith([text]))).toBeUndefined();
  expect(baseAddress({ PORT: 1 }, text)).toBe(`http://${host}`);
});

test.each([
  ...['', ' ', 'a b', 'x:99999', 'x:65536', 'x:-1', 'x:1:2', 'x:a', '1.2.3.4.5', '256.1.1.1'],
  ...['[::1', '::1', '[1.2.3.4]', '[::g]', '.', '-', 'a..b:x', 'é.example'],
  ...['a/b', 'a?b', 'a#b', 'a@b', 'user:secret@a', 'a\\b', 'a%2fb', 'a"b', '<b>', "a'b"],
  ...['a,b', 'http://a', '//a', 'a\tb', 'a\0', 'a'.repeat(300)],
])('%j is not a valid host', (text) => {
  expect(readHost(text)).toBeUndefined();
  expect(badHost(requestWith([text]))).toBe(NO_HOST);
  expect(baseAddress({ PORT: 1 }, text)).toBe('http://localhost:1');
});

test('a request has exactly one host, or in HTTP/1.0 none', () => {
  expect(badHost(requestWith(['a', 'b']))).toBe('There is more than one Host header.');
  expect(badHost(requestWith(['a', 'a']))).toBe('There is more than one Host header.');
  expect(badHost(requestWith([]))).toBe('The Host header is missing.');
  expect(badHost(requestWith([], '1.0'))).toBeUndefined();
  expect(badHost(requestWith(['a b'], '1.0'))).toBe(NO_HOST);
});

test.each([
  ['/a?b', '/a?b'],
  ['http://evil.test/a?b', '/a?b'],
  ['HTTPS://evil.test:99/a', '/a'],
  ['http://user@evil.test/a', '/a'],
  ['http://evil.test', '/'],
  ['http://evil.test?b', '/?b'],
  ['http:///a', '/a'],
  ['http://evil.test//other.test/a', '//other.test/a'],
  ['//evil.test/a', '//evil.test/a'],
  ['*', '*'],
  ['ftp://evil.test/a', 'ftp://evil.test/a'],
  ['evil.test:443', 'evil.test:443'],
])('the path of the target %s is %s', (target, path) => {
  expect(originForm(target)).toBe(path);
});

test('a site with a host of its own uses that one, whatever the request says', () => {
  const plan = planWith({ findRoute: routesOf([]), isStaticFile: () => false, PORT: 80 });
  const hostAfter = (siteHost: string | undefined, request: IncomingMessage) => {
    readTargetWith(plan, siteHost)(request);
    return request.headers.host;
  };
  expect(hostAfter(undefined, requestWith(['Evil.test']))).toBe('evil.test');
  expect(hostAfter('example.org', requestWith(['Evil.test']))).toBe('example.org');
  expect(hostAfter(undefined, requestWith([], '1.0'))).toBeUndefined();
});
