import type { NextConfig } from 'next';
import { frameHeaders, guardHeaders, scriptsOfNext } from './lib/guard-headers';

/** What a page may load and do, and which pages may show it in a frame. */
const contentSecurityPolicy = (frameAncestors: string) =>
  [
    "default-src 'self'",
    scriptsOfNext,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');

const asRule = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  // Every URL ends in a slash, as on djangopackages.org. Next would answer 308 and strip the
  // slash from paths with a dot; the reference answers 301, so the redirect below stands in.
  trailingSlash: true,
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // `npm test` checks the types; a newcomer's first start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Metadata stands in <head> for every reader, and a 404 is known before the first byte.
  htmlLimitedBots: /.*/,
  // Two root layouts leave no one place for app/not-found.tsx.
  experimental: { globalNotFound: true },
  redirects: () =>
    Promise.resolve([
      { source: '/favicon.ico', destination: '/icon.svg', statusCode: 301 },
      // Packages down the page once had an address of their own; a source matches with a slash behind it too.
      {
        source: '/grids/g/:slug/landscape',
        destination: '/grids/g/:slug/?layout=rows',
        statusCode: 301,
      },
      // Where the reference has its score page.
      {
        source: '/packages/p/:slug/rules',
        destination: '/packages/p/:slug/score/',
        statusCode: 301,
      },
      // Where the reference has its list of feeds.
      { source: '/syndication', destination: '/feeds/', statusCode: 301 },
      // The reference has cards as pages, for a service that made pictures of them; here the picture itself is.
      {
        source: '/packages/p/:slug/opengraph',
        destination: '/packages/p/:slug/opengraph.png',
        statusCode: 301,
      },
      {
        source: '/grids/g/:slug/opengraph',
        destination: '/grids/g/:slug/opengraph.png',
        statusCode: 301,
      },
      // The last part of these has a dot, which the rule below leaves to files.
      {
        source: '/readiness/:product/:cycle(\\d[\\d.]*(?!/))',
        destination: '/readiness/:product/:cycle/',
        statusCode: 301,
      },
      {
        // Next lets a source match with a slash behind it too, which the last lookahead forbids. What is gone with API v1 is
        // gone with or without one.
        source: '/:path((?!_next/|\\.well-known/|api/v1/)(?:[^/]+/)*[^/.]+(?!/))',
        destination: '/:path/',
        statusCode: 301,
      },
    ]),
  // An address of the API may name its format behind the path, as in /api/v4/packages.json; the handler reads it there.
  rewrites: () =>
    Promise.resolve([
      { source: '/api/v4/.:suffix([a-z0-9]+)', destination: '/api/v4/' },
      {
        source: '/api/v4/:path((?:[^/.]+/)*[^/.]+).:suffix([a-z0-9]+)',
        destination: '/api/v4/:path/',
      },
    ]),
  headers: () =>
    Promise.resolve([
      {
        // Everything but what is meant for frames. A header can't be taken away by a later rule, only set otherwise.
        source: '/:path((?!embed/grids/[^/]+/?$).*)',
        headers: [
          { key: 'Content-Security-Policy', value: contentSecurityPolicy("'none'") },
          ...asRule({ ...frameHeaders, ...guardHeaders }),
        ],
      },
      {
        source: '/embed/grids/:slug',
        headers: [
          { key: 'Content-Security-Policy', value: contentSecurityPolicy('*') },
          ...asRule(guardHeaders),
        ],
      },
      {
        // Anyone's page may read the API: it knows no one, so nothing can be read that its reader could not.
        source: '/api/:path*',
        headers: [
          { key: 'Access-Control-Allow-Origin', value: '*' },
          { key: 'Access-Control-Allow-Methods', value: 'GET, HEAD, OPTIONS' },
          { key: 'Access-Control-Allow-Headers', value: '*' },
          { key: 'Access-Control-Max-Age', value: '86400' },
          {
            key: 'Access-Control-Expose-Headers',
            value: 'ETag, Last-Modified, RateLimit, RateLimit-Policy, Retry-After',
          },
        ],
      },
    ]),
};

export default config;
