import { readClock } from '@/app/clock';
import { noSuch } from '@/app/documents';
import { sendImage } from '@/app/open-graph/send';
import { listSelectedPackages } from '@/db/queries/selections';
import { FEWEST_COMPARED, MOST_COMPARED } from '@/lib/comparison/selection';
import { comparisonCard } from '@/lib/open-graph/comparison-card';
import { renderable } from '@/lib/open-graph/letters';
import { countOf, joinNames } from '@/lib/text/wording';
import { readSelection } from '../load';

interface Context {
  params: Promise<{ packages: string }>;
}

/** Maximum number of names that fit on a line. */
const MOST_NAMED = 3;

export async function GET(request: Request, { params }: Context) {
  const { slugs } = readSelection((await params).packages);
  if (slugs.length < FEWEST_COMPARED || slugs.length > MOST_COMPARED) return noSuch('comparison');

  const packages = listSelectedPackages(slugs);
  const names = packages.map(({ title, slug }) => renderable(title, slug));
  const count = countOf(packages.length, 'package');
  const title = packages.length > MOST_NAMED ? `${count} side by side` : joinNames(names);
  const text = packages.length > MOST_NAMED ? joinNames(names) : '';
  const slug = slugs.join(', ');
  const card = comparisonCard({ kicker: 'Side by side', title, slug, text, packages }, readClock());
  return sendImage('/compare/[packages]/opengraph.png', request, card);
}
