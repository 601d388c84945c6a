import { serveIndex } from '@/app/sitemaps/serve';

// It reads the database first, and a build must not.
export const dynamic = 'force-dynamic';

export const GET = serveIndex;
