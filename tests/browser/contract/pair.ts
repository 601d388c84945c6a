import type { Answer } from './ask';

/** A request and the reference's response. */
export interface Pair {
  /** Method and path. */
  ask: string;
  headers?: Record<string, string>;
  /** The request body. */
  sends?: string;
  status: number;
  /** Headers, with lowercase names. */
  has: Record<string, string | RegExp>;
  /** The whole body, a pattern in it, or a check of the response. */
  body: string | RegExp | ((answer: Answer) => void);
}

type Asked = Pick<Pair, 'headers' | 'sends'>;

/** Headers that Django adds to every response. */
const GUARDS = {
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

const ALLOW = 'GET, HEAD, OPTIONS';

const negotiated = {
  ...GUARDS,
  allow: ALLOW,
  'content-type': 'application/json',
  vary: /(?=.*\bAccept\b(?!-))(?=.*\bCookie\b)/,
};

const hasNoBody = (ask: string) => ask.startsWith('HEAD ');

/** A JSON response of version 4, on one line. */
export function json(ask: string, document: unknown, asked: Asked = {}, status = 200): Pair {
  const body = hasNoBody(ask) ? '' : JSON.stringify(document);
  return { ask, ...asked, status, has: negotiated, body };
}

/** The same, indented by four spaces or another number. */
export function indented(ask: string, document: unknown, asked: Asked, indent: number): Pair {
  return { ...json(ask, document, asked), body: JSON.stringify(document, null, indent) };
}

export function refused(ask: string, status: number, detail: string, asked: Asked = {}): Pair {
  return json(ask, { detail }, asked, status);
}

/** A record requested by another spelling of its slug. */
export function moved(ask: string, location: string): Pair {
  const pair = json(ask, { detail: `Moved to ${location}.` }, {}, 301);
  return { ...pair, has: { ...pair.has, location } };
}

/** If no format is acceptable, the response is JSON and does not vary on Cookie. */
export function notAgreed(ask: string, status: 404 | 406, asked: Asked = {}): Pair {
  const detail = status === 404 ? 'Not found.' : 'Could not satisfy the request Accept header.';
  const vary = /^(?=.*\bAccept\b(?!-))(?!.*\bCookie\b)/;
  return { ...refused(ask, status, detail, asked), has: { ...negotiated, vary } };
}

/** A JSON response of version 3. */
export function ascii(ask: string, text: string, asked: Asked = {}, status = 200): Pair {
  const has = { ...GUARDS, 'content-type': 'application/json' };
  return { ask, ...asked, status, has, body: hasNoBody(ask) ? '' : text };
}

/** A missing trailing slash is added, and the query is kept. */
export function slashed(ask: string, location: string): Pair {
  return { ask, status: 301, has: { location }, body: () => undefined };
}

/** Any HTML page of the site, such as "Page not found". */
export function site(
  ask: string,
  status: number,
  asked: Asked = {},
  body: Pair['body'] = '',
): Pair {
  const has = { ...GUARDS, 'content-type': 'text/html; charset=utf-8' };
  return { ask, ...asked, status, has, body: body === '' ? () => undefined : body };
}
