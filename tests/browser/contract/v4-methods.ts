import { expect } from '@playwright/test';
import { z } from 'zod';
import { browsable } from './browsable';
import { json, refused, site, slashed, type Pair } from './pair';

const media = {
  renders: ['application/json', 'text/html'],
  parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
};

const PACKAGES = 'API endpoint that allows packages to be viewed or edited.';
const packageList = { name: 'Package List', description: PACKAGES, ...media };

/** Descriptions of resources, also of records that don't exist. */
const optionPairs: Pair[] = [
  json('OPTIONS /api/v4/', {
    name: 'Api Root',
    description: 'The default basic root view for DefaultRouter',
    ...media,
  }),
  json('OPTIONS /api/v4/packages/', packageList),
  json('OPTIONS /api/v4/packages/?limit=2&x=y', packageList),
  json('OPTIONS /api/v4/packages/?format=json', packageList),
  json('OPTIONS /api/v4/packages.json', packageList),
  json('OPTIONS /api/v4/grids/116.json', { name: 'Grid Instance', description: '', ...media }),
  ...['631', 'celery', 'nope', '999999999'].map((it) =>
    json(`OPTIONS /api/v4/packages/${it}/`, {
      name: 'Package Instance',
      description: PACKAGES,
      ...media,
    }),
  ),
  json('OPTIONS /api/v4/grids/', { name: 'Grid List', description: '', ...media }),
  ...['116', 'nope'].map((it) =>
    json(`OPTIONS /api/v4/grids/${it}/`, { name: 'Grid Instance', description: '', ...media }),
  ),
  json('OPTIONS /api/v4/categories/', { name: 'Category List', description: '', ...media }),
  ...['1', '999', 'apps'].map((it) =>
    json(`OPTIONS /api/v4/categories/${it}/`, {
      name: 'Category Instance',
      description: '',
      ...media,
    }),
  ),
  browsable('OPTIONS /api/v4/packages/', packageList, { headers: { Accept: 'text/html' } }),
  {
    ...json('OPTIONS /api/v4/search/', {}),
    body: ({ text }) => {
      const said = z.object({ description: z.string() }).loose().parse(JSON.parse(text));
      expect(said.description.trim().split('\n')).toHaveLength(2);
      expect(said.description).toMatch(/\bq\b/);
      const { description } = said;
      expect(text).toBe(JSON.stringify({ name: 'Search V3 List', description, ...media }));
    },
  },
];

const resources = [
  ...['', 'packages/', 'packages/celery/', 'packages/nope/', 'grids/', 'grids/116/'],
  ...['categories/', 'categories/1/', 'search/', 'packages.json'],
];

/** The server refuses these before it reads headers. */
const unlooked = ({ has, ...pair }: Pair): Pair => ({ ...pair, has: { ...has, vary: /^/ } });

const notAllowed = (method: string) => `Method "${method}" not allowed.`;

/** Nothing can be written, by anyone. */
const writePairs: Pair[] = [
  ...resources.flatMap((path) =>
    ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) =>
      refused(`${method} /api/v4/${path}`, 405, notAllowed(method)),
    ),
  ),
  refused('POST /api/v4/packages/', 405, notAllowed('POST'), {
    headers: { 'Content-Type': 'application/json' },
    sends: '{"title":"x"}',
  }),
  refused('PUT /api/v4/packages/631/', 405, notAllowed('PUT'), {
    headers: { 'Content-Type': 'application/json' },
    sends: '{not json',
  }),
  refused('POST /api/v4/', 405, notAllowed('POST'), {
    headers: { 'X-HTTP-Method-Override': 'GET' },
  }),
  ...['TRACE', 'PROPFIND', 'PURGE'].map((method) =>
    unlooked(refused(`${method} /api/v4/packages/`, 405, notAllowed(method))),
  ),
  browsable(
    'POST /api/v4/packages/',
    { detail: notAllowed('POST') },
    { headers: { Accept: 'text/html' } },
    405,
  ),
  browsable('DELETE /api/v4/packages/631/?format=api', { detail: notAllowed('DELETE') }, {}, 405),
];

const slashPairs: Pair[] = [
  slashed('GET /api/v4', '/api/v4/'),
  slashed('GET /api/v4?format=json', '/api/v4/?format=json'),
  slashed('GET /api/v4/packages', '/api/v4/packages/'),
  slashed('GET /api/v4/packages?limit=2&x=a%20b', '/api/v4/packages/?limit=2&x=a%20b'),
  slashed('GET /api/v4/packages/631', '/api/v4/packages/631/'),
  slashed('GET /api/v4/grids/websockets', '/api/v4/grids/websockets/'),
  slashed('GET /api/v4/categories/1', '/api/v4/categories/1/'),
  slashed('GET /api/v4/search?q=x', '/api/v4/search/?q=x'),
  slashed('HEAD /api/v4/packages', '/api/v4/packages/'),
  slashed('POST /api/v4/packages', '/api/v4/packages/'),
];

const asksJson = { headers: { Accept: 'application/json' } };

/** Paths without a resource: a page of the site, but JSON for clients that accept only JSON. */
const strayPairs: Pair[] = [
  site('GET /api/v4/search/1/', 404),
  site('GET /api/v4/search/1/', 404, { headers: { Accept: 'text/html' } }),
  site('GET /api/v4/nope/', 404),
  ...['search/1/', 'nope/', 'packages/celery/nope/'].map((path) => ({
    ...site(`GET /api/v4/${path}`, 404, asksJson),
    has: { 'content-type': 'application/json' },
    body: '{"detail":"Not found."}',
  })),
  ...['RSC', 'Next-Router-Prefetch', 'Next-Action'].map((name) => ({
    ...site('GET /api/v4/nope/', 404, { headers: { Accept: 'application/json', [name]: '1' } }),
    has: { 'content-type': 'application/json' },
    body: '{"detail":"Not found."}',
  })),
  // There are no passwords, so any is wrong. The reference ignores other schemes.
  ...['GET', 'OPTIONS', 'DELETE'].map((method) =>
    refused(`${method} /api/v4/packages/631/`, 403, 'Invalid username/password.', {
      headers: { Authorization: `Basic ${btoa('someone:secret')}` },
    }),
  ),
  ...[
    ['basic', 'No credentials provided.'],
    ['Basic a b', 'Credentials string should not contain spaces.'],
    ['Basic x', 'Credentials not correctly base64 encoded.'],
  ].map(([Authorization = '', reason = '']) =>
    refused('GET /api/v4/', 403, `Invalid basic header. ${reason}`, { headers: { Authorization } }),
  ),
  json('OPTIONS /api/v4/packages/', packageList, { headers: { Authorization: 'Bearer x' } }),
];

export const methodPairs: Pair[] = [...optionPairs, ...writePairs, ...slashPairs, ...strayPairs];
