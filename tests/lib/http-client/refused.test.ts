import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { RefusedAddressError } from '@/lib/http-client/refused-address-error';
import { LITERALS, NAMES, OTHERS } from './corpus';
import { openFakeInternet } from './fake-internet';
import { fetchWith } from './loopback';

let internet: Awaited<ReturnType<typeof openFakeInternet>>;
beforeAll(async () => {
  internet = await openFakeInternet();
});
beforeEach(() => {
  internet.reset();
});
afterAll(() => internet.close());

const toPublic = () => Promise.resolve(['8.8.8.8']);

async function refusalOf(asked: Promise<Response>): Promise<string> {
  const error: unknown = await asked.then(
    () => 'It was not refused',
    (reason: unknown) => reason,
  );
  if (!(error instanceof RefusedAddressError)) throw error;
  return error.message;
}

test.each(LITERALS)('%j is refused without a connection', async (url, why) => {
  expect(await refusalOf(fetchWith({ lookup: toPublic })(url))).toContain(why);
  expect(internet.addresses()).toEqual([]);
  expect(await internet.connections()).toBe(0);
});

test.each(LITERALS)('%j would be connected to if its origin was trusted', async (url) => {
  const { origin, hostname } = new URL(url);
  const response = await fetchWith({ trustedOrigins: [origin] })(url);
  expect(await response.text()).toBe('ok');
  expect(internet.addresses()).toEqual([hostname.replace(/[[\]]/g, '')]);
  expect(await internet.connections()).toBe(1);
});

test.each(NAMES)('%j, which resolves to %j, is refused', async (url, answers, refused) => {
  const lookup = vi.fn(() => Promise.resolve(answers));
  const { hostname } = new URL(url);
  const message = await refusalOf(fetchWith({ lookup })(url));
  expect(message).toContain(`${hostname} resolves to ${refused}, which is `);
  expect(lookup.mock.calls).toEqual([[hostname]]);
  expect(internet.addresses()).toEqual([]);
  expect(await internet.connections()).toBe(0);
});

test.each(NAMES)('%j would be connected to if it resolved to public addresses', async (url) => {
  const response = await fetchWith({ lookup: toPublic })(url);
  expect(await response.text()).toBe('ok');
  expect(internet.addresses()).toEqual(['8.8.8.8']);
  expect(await internet.connections()).toBe(1);
});

test.each(OTHERS)('%j is refused without a connection', async (url, why) => {
  expect(await refusalOf(fetchWith({ lookup: toPublic })(url))).toContain(why);
  expect(internet.addresses()).toEqual([]);
  expect(await internet.connections()).toBe(0);
});

test('a user name is refused even at a trusted origin, and no message shows it', async () => {
  const fetch = fetchWith({ trustedOrigins: ['http://127.0.0.1:4010'] });
  const message = await refusalOf(fetch('http://someone:secret@127.0.0.1:4010/'));
  expect(message).toBe('The URL for 127.0.0.1:4010 contains a user name or a password');
  expect(await internet.connections()).toBe(0);
});

test('only the exact origin is trusted', async () => {
  const fetch = fetchWith({ trustedOrigins: ['http://127.0.0.1:4010'], lookup: toPublic });
  const others = ['http://127.0.0.1:4011/', 'https://127.0.0.1:4010/', 'http://127.0.0.1/'];
  for (const url of others) expect(await refusalOf(fetch(url))).toContain('a loopback');
  expect(await refusalOf(fetch('http://localhost:4010/'))).toContain('default port');
  expect(await internet.connections()).toBe(0);
});

test('the names of this computer are refused by its own resolver', async () => {
  expect(await refusalOf(fetchWith()('http://localhost/'))).toContain('localhost resolves to ');
  expect(await internet.connections()).toBe(0);
});

test('a Request is checked like a URL', async () => {
  const request = new Request('http://10.0.0.1/');
  expect(await refusalOf(fetchWith()(request))).toBe('10.0.0.1 is a private address (10.0.0.0/8)');
  expect(await refusalOf(fetchWith()(new URL('http://10.0.0.1/')))).toContain('a private');
  expect(await internet.connections()).toBe(0);
});

test('a name is resolved once, and the connection goes to the checked addresses', async () => {
  const answers = [['8.8.8.8', '2606:4700::1111'], ['127.0.0.1']];
  const lookup = vi.fn(() => Promise.resolve(answers.shift() ?? ['10.0.0.1']));
  const fetch = fetchWith({ lookup });
  expect(await (await fetch('http://rebinding.test/')).text()).toBe('ok');
  expect(lookup).toHaveBeenCalledTimes(1);
  expect(internet.addresses()).toEqual(['8.8.8.8', '2606:4700::1111']);
});

test('a name that later resolves to a private address is refused on its next connection', async () => {
  const answers = [['8.8.8.8'], ['127.0.0.1'], ['10.0.0.1']];
  const fetch = fetchWith({ lookup: () => Promise.resolve(answers.shift() ?? []) });
  internet.reset((_, response) => response.setHeader('connection', 'close').end('ok'));
  expect(await (await fetch('http://rebinding.test/')).text()).toBe('ok');
  expect(await refusalOf(fetch('http://rebinding.test/'))).toContain('127.0.0.1');
  expect(await refusalOf(fetch('http://rebinding.test/'))).toContain('10.0.0.1');
  expect(internet.addresses()).toEqual(['8.8.8.8']);
  expect(await internet.connections()).toBe(1);
});

test('a connection that is kept alive stays with its public address', async () => {
  const answers = [['8.8.8.8'], ['127.0.0.1']];
  const fetch = fetchWith({ lookup: () => Promise.resolve(answers.shift() ?? []) });
  for (let times = 0; times < 2; times++) {
    expect(await (await fetch('http://rebinding.test/')).text()).toBe('ok');
    expect(await internet.connections()).toBe(1);
  }
  expect(internet.addresses()).toEqual(['8.8.8.8']);
});

test('a name without addresses fails', async () => {
  const asked = fetchWith({ lookup: () => Promise.resolve([]) })('http://empty.test/');
  await expect(asked).rejects.toMatchObject({
    cause: { message: 'empty.test has no address' },
  });
});

test('what a resolver fails with is the cause', async () => {
  const lookup = () => Promise.reject(new Error('ENOTFOUND missing.test'));
  await expect(fetchWith({ lookup })('http://missing.test/')).rejects.toMatchObject({
    cause: { message: 'ENOTFOUND missing.test' },
  });
});
