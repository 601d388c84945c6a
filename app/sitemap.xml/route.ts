import { serveIndex } from '@/app/sitemaps/serve';

// Reads the database, which builds must not.
export const dynamic = 'force-dynamic';

export const GET = serveIndex;
