import { serveChangelog } from './serve';

// Reads the database, which builds must not.
export const dynamic = 'force-dynamic';

/** The feed as RSS, at the URL that djangopackages.org has too. */
export const GET = (request: Request) =>
  serveChangelog(request, { params: Promise.resolve({ format: 'rss' }) });
