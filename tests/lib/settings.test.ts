import { expect, test } from 'vitest';
import { parseSettings, SettingsError } from '@/lib/settings';

const defaults = {
  PORT: 3000,
  HSTS_SECONDS: 0,
  DATABASE_PATH: 'data/packgrid.sqlite',
  SITE_TIME_ZONE: 'America/New_York',
  RATE_LIMIT: 600,
  TRUSTED_PROXIES: [],
  CACHE_MEGABYTES: 256,
  VERSION_STAMP: false,
  LOCAL_ACCOUNTS: true,
  OIDC_NAME: 'OpenID Connect',
  REQUEST_LOG: true,
};

test('all settings have defaults', () => {
  expect(parseSettings({})).toEqual(defaults);
});

test('an empty setting counts as unset', () => {
  const empty = { PORT: '', DATABASE_PATH: '', SITE_URL: '', SITE_TIME_ZONE: '' };
  expect(parseSettings(empty)).toEqual(defaults);
});

test('ignores other environment variables', () => {
  expect(parseSettings({ HOME: '/root', TERM: undefined })).toEqual(defaults);
});

test('reads every setting', () => {
  const given = {
    PORT: '8080',
    DATABASE_PATH: '/var/lib/packgrid.sqlite',
    SITE_URL: 'https://djangopackages.org',
    HSTS_SECONDS: '31536000',
    STARTED_AT: '1795824000000000',
    SITE_TIME_ZONE: 'Europe/Berlin',
    RATE_LIMIT: '60',
    TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::1',
    CACHE_MEGABYTES: '64',
    VERSION_STAMP: 'on',
    WORKERS: '3',
    AUTH_SECRET: 'a secret of at least thirty-two characters',
    LOCAL_ACCOUNTS: 'off',
    GITHUB_CLIENT_ID: 'id',
    GITHUB_CLIENT_SECRET: 'secret',
    OIDC_ISSUER: 'https://login.example.org',
    OIDC_CLIENT_ID: 'id',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_NAME: 'Example',
    REQUEST_LOG: 'off',
  };
  expect(parseSettings(given)).toEqual({
    ...given,
    PORT: 8080,
    HSTS_SECONDS: 31_536_000,
    STARTED_AT: 1_795_824_000_000_000,
    RATE_LIMIT: 60,
    TRUSTED_PROXIES: ['loopback', '10.0.0.0/8', '2001:db8::1'],
    CACHE_MEGABYTES: 64,
    VERSION_STAMP: true,
    WORKERS: 3,
    LOCAL_ACCOUNTS: false,
    REQUEST_LOG: false,
  });
});

test('a site URL loses its trailing slash and default port', () => {
  expect(parseSettings({ SITE_URL: 'https://Example.org:443/' }).SITE_URL).toBe(
    'https://example.org',
  );
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['PORT', ' 80'],
  ['PORT', '999999'],
  ['WORKERS', '0'],
  ['WORKERS', '1000'],
  ['WORKERS', 'all'],
  ['REQUEST_LOG', 'yes'],
  ['DATABASE_PATH', 'a\0b'],
  ['SITE_URL', 'example.org'],
  ['SITE_URL', 'ftp://example.org'],
  ['SITE_URL', 'https://example.org/packages'],
  ['SITE_URL', 'https://example.org/?a=b'],
  ['SITE_URL', 'https://someone@example.org'],
  ['SITE_TIME_ZONE', 'Mars/Olympus'],
  ['RATE_LIMIT', '-1'],
  ['RATE_LIMIT', 'many'],
  ['TRUSTED_PROXIES', 'proxy.example.org'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.1/8/8'],
  ['TRUSTED_PROXIES', 'loopback,,'],
])('%s %j is refused with a message that names both', (name, value) => {
  const parse = () => parseSettings({ [name]: value });
  expect(parse).toThrow(SettingsError);
  expect(parse).toThrow(new RegExp(`^${name} must be `));
  expect(parse).toThrow(JSON.stringify(value));
});

test('every invalid setting has a line', () => {
  const parse = () => parseSettings({ PORT: 'x', SITE_TIME_ZONE: 'y' });
  expect(parse).toThrow(/^PORT .*\nSITE_TIME_ZONE .*$/);
});
