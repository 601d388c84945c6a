import { requestText } from '@/tests/tools/raw-http';

/** A request by which an attacker might change the responses to others. */
export interface Attack {
  name: string;
  write: (path: string, host: string) => string;
}

const byLines = (...lines: string[]): Attack => ({
  name: lines.join(', '),
  write: (path, host) => requestText(path, { host, lines }),
});

const byMethod = (method: string, lines: string[] = [], body = ''): Attack => ({
  name: [method, ...lines].join(' '),
  write: (path, host) => requestText(path, { method, host, lines, body }),
});

const MULTIPART =
  '--b\r\nContent-Disposition: form-data; name="$ACTION_ID_1"\r\n\r\n1\r\n--b--\r\n';

/** Headers that change Next's response. */
const ofNext = [
  ...['x-middleware-prefetch: 1', 'x-middleware-skip: 1', 'x-middleware-next: 1'],
  ...['x-middleware-rewrite: /about/', 'x-middleware-redirect: http://evil.test/'],
  ...['x-middleware-set-cookie: a=1', 'x-middleware-subrequest: middleware'],
  ...['x-nextjs-data: 1', 'x-matched-path: /about', 'x-now-route-matches: 1=about'],
  ...['x-prerender-revalidate: 1', 'x-next-revalidated-tags: a', 'x-invoke-status: 500'],
  ...['x-invoke-path: /about', 'x-deployment-id: 1', 'x-nextjs-html-request-id: 1'],
  ...['RSC: 1', 'Next-Action: 1', 'Next-URL: /evil', 'Next-Router-Prefetch: 1'],
  ...['Next-HMR-Refresh: 1', 'Next-Resume: 1', 'x-next-resume-state-length: 1'],
].map((line) => byLines(line));

/** Headers that have worked as attacks on other servers and proxies. */
const ofOthers = [
  ...['X-Forwarded-Host: evil.test', 'X-Forwarded-Proto: https', 'X-Forwarded-Port: 99'],
  ...['X-Forwarded-Prefix: /evil', 'X-Forwarded-Server: evil.test', 'X-Host: evil.test'],
  ...['Forwarded: for=1.2.3.4;host=evil.test;proto=https', 'X-Original-URL: /about/'],
  ...['X-Rewrite-URL: /about/', 'X-HTTP-Method-Override: POST', 'X-Method-Override: DELETE'],
  ...['Accept: text/x-component', 'Accept: application/json', 'Accept:', 'Accept-Language: de'],
  ...['Accept-Encoding: br', 'Accept-Encoding: gzip;q=1', 'Accept-Encoding: identity;q=0, *;q=0'],
  ...['Range: bytes=0-3', 'If-None-Match: *', 'If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT'],
  ...['If-Match: "a"', 'If-Unmodified-Since: Fri, 01 Jan 2010 00:00:00 GMT', 'If-Range: "a"'],
  ...['User-Agent: Googlebot', 'Purpose: prefetch', 'Sec-Purpose: prefetch;prerender'],
  ...["Content-Security-Policy: script-src 'nonce-evil'", 'Sec-Fetch-Dest: image', 'Origin: null'],
  ...['Cookie: __prerender_bypass=1; __next_preview_data=1', 'Cookie: theme=dark'],
  ...['Cookie: next-instant-navigation-testing=1', 'Cookie: packgrid_session=1'],
  ...['Authorization: Basic eDp4', 'Cache-Control: no-cache', 'Pragma: no-cache'],
  ...['Content-Type: multipart/form-data; boundary=b', 'traceparent: 00-1-1-01', 'Upgrade: h2c'],
].map((line) => byLines(line));

/** Unusual requests. */
const ofRequests: Attack[] = [
  byLines('RSC: 1', 'Next-Router-State-Tree: %5B%22%22%5D', 'Next-Router-Segment-Prefetch: /_tree'),
  byLines('x-middleware-prefetch: 1', 'x-nextjs-data: 1', 'purpose: prefetch'),
  byLines('Range: bytes=0-3', 'If-Range: "a"'),
  byMethod('HEAD'),
  byMethod('OPTIONS'),
  byMethod('DELETE'),
  byMethod('PURGE'),
  byMethod('POST', ['Content-Type: multipart/form-data; boundary=b'], MULTIPART),
  byMethod('POST', ['Content-Type: application/x-www-form-urlencoded'], '_method=OPTIONS'),
  byMethod('GET', ['Content-Type: text/plain'], 'a body where there is none'),
  {
    name: 'two Host headers',
    write: (path, host) => requestText(path, { host, lines: ['Host: evil.test'] }),
  },
  {
    name: 'a Host that is none',
    write: (path, host) => requestText(path, { host: `${host}:99999` }),
  },
  {
    name: 'an absolute target of another host',
    write: (path, host) => requestText(`http://evil.test${path}`, { host }),
  },
  {
    name: 'HTTP/1.0',
    write: (path, host) =>
      `GET ${path} HTTP/1.0\r\nHost: ${host}\r\nX-Forwarded-Host: evil\r\n\r\n`,
  },
];

export const attacks: Attack[] = [...ofNext, ...ofOthers, ...ofRequests];
