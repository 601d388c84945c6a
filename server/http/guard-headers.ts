import { settings } from '@/lib/settings';
import { POST_METHODS, READ_METHODS } from '@/lib/api/methods';
import { isCheck } from './check-path';
import { pathOf } from './path-of';

/** What a response is to a browser. */
export type Kind =
  /** A page of the site. */
  | 'page'
  /** A page that other sites may embed in a frame. */
  | 'embed'
  /** Anything else: JSON, feeds, images, files, API pages, redirects, refusals. */
  | 'document';

export type GuardHeaders = Readonly<Record<string, string>>;

/** Next writes its page data as inline scripts; our own pages have none. */
export const scriptsOfNext = "script-src 'self' 'unsafe-inline'";

/** For pages from which the front has removed Next's inline scripts. */
export const scriptsOfSite = "script-src 'self' 'inline-speculation-rules'";

const pagePolicy = (frameAncestors: string) =>
  [
    "default-src 'self'",
    scriptsOfNext,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');

/** No scripts. SVG images and browsers' XML views have inline styles, and API pages have a form. */
const DOCUMENT_POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Features that no page uses. Browsers log names they don't know as errors, so only old ones are listed. */
const UNUSED_FEATURES = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb'],
];

const DENY = { 'x-frame-options': 'DENY' };

const ofKinds: Record<Kind, GuardHeaders> = {
  page: { 'content-security-policy': pagePolicy("'none'"), ...DENY },
  embed: { 'content-security-policy': pagePolicy('*') },
  document: { 'content-security-policy': DOCUMENT_POLICY, ...DENY },
};

const ofAll: GuardHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': UNUSED_FEATURES.map((name) => `${name}=()`).join(', '),
};

/** Scripts of any site may read these: the site has no private data, so they see nothing that their user could not see anyway. */
const READABLE = new RegExp(
  [
    String.raw`^/(api|badges|dumps)/.`,
    String.raw`^/feeds/.+/(rss|atom|json)/?$`,
    String.raw`/(table\.(csv|json|md)|opengraph\.png)/?$`,
  ].join('|'),
  'i',
);

const ofReadable: GuardHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': READ_METHODS,
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
  'access-control-expose-headers':
    'ETag, Last-Modified, RateLimit, RateLimit-Policy, Retry-After, X-Ignored-Parameters',
};

/** Pages of other sites may load these: files, and what is shown in a frame. */
const LOADABLE = /^\/(_next\/static\/|embed\/|[^/]+\.\w+$)/;

interface Https {
  SITE_URL?: string | undefined;
  HSTS_SECONDS: number;
}

/** Returns the security headers for the response at a URL, whoever sends it; names are lowercase. */
export function guardHeadersWith({ SITE_URL = '', HSTS_SECONDS }: Https) {
  const isStrict = HSTS_SECONDS > 0 && SITE_URL.startsWith('https:');
  const strict = isStrict ? { 'strict-transport-security': `max-age=${HSTS_SECONDS}` } : {};
  const made = (kind: Kind) => {
    const all = { ...ofKinds[kind], ...ofAll, ...strict };
    const loadable = { ...all, 'cross-origin-resource-policy': 'cross-origin' };
    return {
      own: { ...all, 'cross-origin-resource-policy': 'same-origin' },
      loadable,
      readable: { ...loadable, ...ofReadable },
      posted: { ...loadable, ...ofReadable, 'access-control-allow-methods': POST_METHODS },
    };
  };
  const table = { page: made('page'), embed: made('embed'), document: made('document') };
  return (url: string, kind: Kind): GuardHeaders => {
    const path = pathOf(url);
    if (isCheck(path)) return table[kind].posted;
    if (READABLE.test(path)) return table[kind].readable;
    return LOADABLE.test(path) ? table[kind].loadable : table[kind].own;
  };
}

let ofSite: ReturnType<typeof guardHeadersWith> | undefined;

/** Returns the security headers according to the settings of this process. */
export function guardHeaders(url = '/', kind: Kind = 'document'): GuardHeaders {
  ofSite ??= guardHeadersWith(settings());
  return ofSite(url, kind);
}
