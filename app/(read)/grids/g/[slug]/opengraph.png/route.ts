import { readClock } from '@/app/clock';
import { movedTo, noSuch } from '@/app/documents';
import { sendImage } from '@/app/open-graph/send';
import { listComparedPackages } from '@/db/queries/comparison';
import { findGrid } from '@/db/queries/grids';
import { findGridSlug } from '@/db/queries/resolve-slug';
import { comparisonCard } from '@/lib/open-graph/comparison-card';
import { gridImage } from '@/lib/open-graph/links';
import { countOf } from '@/lib/text/wording';

interface Context {
  params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Context) {
  const { slug } = await params;
  const grid = findGrid(slug);
  if (!grid) {
    const present = findGridSlug(slug);
    return present === undefined ? noSuch('grid') : movedTo(gridImage(present));
  }
  const packages = listComparedPackages(grid.id);
  const kicker = `Comparison of ${countOf(packages.length, 'package')}`;
  const { title, description: text } = grid;
  const card = comparisonCard({ kicker, title, slug, text, packages }, readClock());
  return sendImage('/grids/g/[slug]/opengraph.png', request, card);
}
