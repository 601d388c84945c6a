import { serveSection } from '@/app/sitemaps/serve';

export const GET = serveSection('blog');
