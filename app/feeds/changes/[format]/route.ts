import { serveFeed } from '@/app/feeds/serve';
import { feedPaths } from '@/lib/feeds/links';
import { listChangeEntries } from '../entries';

export const GET = serveFeed('/feeds/changes/[format]', () => ({
  id: feedPaths.changes,
  title: 'Recent changes',
  description: 'What changed in the catalogue, by whom and why.',
  link: '/history/',
  path: feedPaths.changes,
  items: (base) => listChangeEntries(base, { of: 'site' }),
}));
