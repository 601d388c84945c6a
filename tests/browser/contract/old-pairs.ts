import { site, slashed, type Pair } from './pair';

const namesV3 = /<html[^]*\/api\/v3\//;

/** API versions that no longer exist. */
export const oldPairs: Pair[] = [
  ...['', 'packages/', 'package/celery/', 'grid/websockets', '?format=json'].map((path) =>
    site(`GET /api/v1/${path}`, 410, {}, namesV3),
  ),
  site('GET /api/v1/package/', 410, { headers: { Accept: 'application/json' } }, namesV3),
  site('POST /api/v1/package/', 410, {}, namesV3),
  site('DELETE /api/v1/package/1/', 410, {}, namesV3),
  site('HEAD /api/v1/', 410),
  slashed('GET /api/v1', '/api/v1/'),
  slashed('GET /api/v1?x=1', '/api/v1/?x=1'),
  site('GET /api/v2/', 404),
  site('GET /api/v2/packages/', 404),
  site('GET /api/v5/', 404),
];
