import { POST_METHODS, READ_METHODS } from '@/lib/api/methods';
import { INLINE_SCRIPT_HASHES } from '@/lib/html/inline-scripts';
import { isCheck } from './url/check-path';
import { pathOf } from './url/path-of';

/** The kind of a response, which determines its policy. */
export type Kind =
  /** A page of the site. */
  | 'page'
  /** A page that other sites may embed in a frame. */
  | 'embed'
  /** An XML file, which browsers show as a tree, with inline styles of their own. */
  | 'xml'
  /** Anything else: JSON, feeds, images, files, API pages, redirects, refusals. */
  | 'document';

export type GuardHeaders = Readonly<Record<string, string>>;

/** The policy of a page; its inline scripts and styles run only with the nonce, if it has one. */
const pagePolicy = (frameAncestors: string, nonce = '') =>
  [
    `default-src 'self'${nonce}`,
    `script-src 'self' ${INLINE_SCRIPT_HASHES.join(' ')}${nonce}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');

/** The hash of the style element in public/icon.svg. */
const ICON_STYLE = "'sha256-/2rHyitOAn63beLX8u0tk9n0saMcDT/f83wA2HjjNsI='";

/** No scripts. API pages have a style sheet and a form. */
const DOCUMENT_POLICY = [
  "default-src 'none'",
  `style-src 'self' ${ICON_STYLE}`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const XML_POLICY = [
  "script-src 'none'",
  "object-src 'none'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
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
  xml: { 'content-security-policy': XML_POLICY, ...DENY },
  document: { 'content-security-policy': DOCUMENT_POLICY, ...DENY },
};

const ofAll: GuardHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': UNUSED_FEATURES.map((name) => `${name}=()`).join(', '),
};

/** Scripts of any site may read these: they have no private data, so scripts see nothing that their user could not see anyway. */
const READABLE = new RegExp(
  [
    String.raw`^/(api|badges|dumps)/.`,
    String.raw`^/feeds/(?!watched/).+/(rss|atom|json)/?$`,
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
  const table = {
    ...{ page: made('page'), embed: made('embed'), xml: made('xml') },
    document: made('document'),
  };
  return (url: string, kind: Kind): GuardHeaders => {
    const path = pathOf(url);
    if (isCheck(path)) return table[kind].posted;
    if (READABLE.test(path)) return table[kind].readable;
    return LOADABLE.test(path) ? table[kind].loadable : table[kind].own;
  };
}

/** Returns the headers of a page whose inline scripts have a nonce. */
export function withNonce<Headers extends Record<string, string | string[]>>(
  headers: Headers,
  kind: Kind,
  nonce: string,
): Headers {
  if (kind !== 'page' && kind !== 'embed') return headers;
  const policy = pagePolicy(kind === 'embed' ? '*' : "'none'", ` 'nonce-${nonce}'`);
  return { ...headers, 'content-security-policy': policy };
}
