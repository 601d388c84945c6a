import { z } from 'zod';
import { isTimeZone } from './time';

const DEFAULT_TIME_ZONE = 'America/New_York';
const DEFAULT_RATE_LIMIT = 600;
const DEFAULT_CACHE_MEGABYTES = 256;

/** Names of networks that proxy-addr knows. */
const networks = ['loopback', 'linklocal', 'uniquelocal'];

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be from 1 to 65535')
    .default(3000),
  DATABASE_PATH: z
    .string()
    .refine((path) => !path.includes('\0') && path !== ':memory:', 'must be the path of a file')
    .default('data/packgrid.sqlite'),
  SITE_URL: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://example.org, without a path')
    .transform((url) => new URL(url).origin)
    .optional(),
  HSTS_SECONDS: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number of seconds, or 0 to omit the header')
    .transform(Number)
    .default(0),
  SITE_TIME_ZONE: z
    .string()
    .refine(isTimeZone, `must be a time zone such as ${DEFAULT_TIME_ZONE}`)
    .default(DEFAULT_TIME_ZONE),
  RATE_LIMIT: z
    .string()
    .regex(/^\d{1,7}$/, 'must be a whole number of requests a minute, or 0 for no limit')
    .transform(Number)
    .default(DEFAULT_RATE_LIMIT),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((proxy) => proxy.trim()))
    .refine(
      (proxies) => proxies.every(isProxy),
      `must be IP addresses, networks such as 10.0.0.0/8 or ${networks.join(', ')}, separated by commas`,
    )
    .default([]),
  CACHE_MEGABYTES: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number of megabytes, or 0 to disable the cache')
    .transform(Number)
    .default(DEFAULT_CACHE_MEGABYTES),
  /** Stamps each response with the catalogue version it was made from, for tests. */
  VERSION_STAMP: z
    .enum(['on', 'off'], 'must be on or off')
    .transform((text) => text === 'on')
    .default(false),
  /** When the site started, in microseconds; set by the primary process so that all processes report the same time. */
  STARTED_AT: z
    .string()
    .regex(/^\d{1,16}$/, 'must be a time in microseconds')
    .transform(Number)
    .optional(),
  /** The folder of the sockets between the processes that serve the site; set by the primary process. */
  SOCKET_FOLDER: z.string().optional(),
  WORKERS: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number of processes')
    .transform(Number)
    .refine((count) => count >= 1, 'must be at least 1')
    .optional(),
  /** Signs sessions; if unset, a random one is kept in the state database. */
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Whether people can sign up with a user name and a password. */
  LOCAL_ACCOUNTS: z
    .enum(['on', 'off'], 'must be on or off')
    .transform((text) => text === 'on')
    .default(true),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be the URL of an OpenID provider' })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** How the button for that provider names it. */
  OIDC_NAME: z.string().max(40, 'must have at most 40 characters').default('OpenID Connect'),
  REQUEST_LOG: z
    .enum(['on', 'off'], 'must be on or off')
    .transform((text) => text === 'on')
    .default(true),
});

export type Settings = z.infer<typeof schema>;

/** Invalid settings; the message has a line for each, with its name and the rule. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Reads the settings from environment variables; an empty one counts as unset. Throws SettingsError. */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;

  const lines = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name} ${message}; it is ${JSON.stringify(environment[name])}.`;
  });
  throw new SettingsError(lines.join('\n'));
}

let current: Settings | undefined;

/** The settings of this process, read once on first use. Throws SettingsError. */
export function settings(): Settings {
  return (current ??= parseSettings(process.env));
}

function isProxy(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (networks.includes(text)) return true;
  const most = z.ipv4().safeParse(address).success ? 32 : 128;
  const isAddress = most === 32 || z.ipv6().safeParse(address).success;
  return isAddress && rest.length === 0 && (bits === undefined || isUpTo(bits, most));
}

const isUpTo = (text: string, most: number) => /^\d{1,3}$/.test(text) && Number(text) <= most;

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && `${url.origin}/` === url.href;
}
