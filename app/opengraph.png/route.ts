import { countCatalogue } from '@/db/queries/catalogue';
import { siteCard } from '@/lib/pictures/site-card';
import { sendPicture } from '../pictures/send';

// It reads the database first, and a build must not.
export const dynamic = 'force-dynamic';

/** The picture of every page that has none of its own. */
export function GET(request: Request) {
  return sendPicture(request, siteCard(countCatalogue()));
}
