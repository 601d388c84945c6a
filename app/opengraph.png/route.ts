import { countCatalogue } from '@/db/queries/catalogue';
import { siteCard } from '@/lib/open-graph/site-card';
import { sendImage } from '@/app/open-graph/send';

// Reads the database, which builds must not.
export const dynamic = 'force-dynamic';

/** The Open Graph image of every page without its own. */
export function GET(request: Request) {
  return sendImage('/opengraph.png', request, siteCard(countCatalogue()));
}
