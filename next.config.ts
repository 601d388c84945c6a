import type { NextConfig } from 'next';

const config: NextConfig = {
  // All URLs end in a slash, as on djangopackages.org. Next itself would send 308 and strip the slash from paths with a
  // dot; djangopackages.org sends 301, so the redirect below is used instead.
  trailingSlash: true,
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // Not used by any page, and it would write a file for every image URL that a client makes up.
  images: { unoptimized: true },
  // `npm test` checks types; skipping it here makes the first start faster.
  typescript: { ignoreBuildErrors: true },
  // Metadata is in <head> for all clients, and a 404 is known before the first byte is sent.
  htmlLimitedBots: /.*/,
  // With two root layouts there is no single place for app/not-found.tsx.
  experimental: { globalNotFound: true },
  redirects: () =>
    Promise.resolve([
      { source: '/favicon.ico', destination: '/icon.svg', statusCode: 301 },
      // The layout with packages as rows used to have its own URL. A source also matches with a trailing slash.
      {
        source: '/grids/g/:slug/landscape',
        destination: '/grids/g/:slug/?layout=rows',
        statusCode: 301,
      },
      // The URL of the score page on djangopackages.org.
      {
        source: '/packages/p/:slug/rules',
        destination: '/packages/p/:slug/score/',
        statusCode: 301,
      },
      // The URL of the list of feeds on djangopackages.org.
      { source: '/syndication', destination: '/feeds/', statusCode: 301 },
      // On djangopackages.org these are pages for a service that turned them into images; here they are the images.
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
      // The last segment of these contains a dot, so the rule below would take it for a file.
      {
        source: '/readiness/:product/:cycle(\\d[\\d.]*(?!/))',
        destination: '/readiness/:product/:cycle/',
        statusCode: 301,
      },
      {
        // A source also matches with a trailing slash, which the last lookahead prevents. API v1 is excluded: its URLs
        // are gone with or without a slash.
        source: '/:path((?!_next/|\\.well-known/|api/v1/)(?:[^/]+/)*[^/.]+(?!/))',
        destination: '/:path/',
        statusCode: 301,
      },
    ]),
  // API URLs may name a format after the path, as in /api/v4/packages.json; the route handler reads it from the URL.
  rewrites: () =>
    Promise.resolve([
      { source: '/api/v4/.:suffix([a-z0-9]+)', destination: '/api/v4/' },
      {
        source: '/api/v4/:path((?:[^/.]+/)*[^/.]+).:suffix([a-z0-9]+)',
        destination: '/api/v4/:path/',
      },
    ]),
};

export default config;
