import { serveIndex } from '@/app/sitemaps/serve';

export const GET = serveIndex;
