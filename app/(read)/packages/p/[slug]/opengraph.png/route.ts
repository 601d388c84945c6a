import { readClock } from '@/app/clock';
import { movedTo, noSuch } from '@/app/documents';
import { sendImage } from '@/app/open-graph/send';
import { findPackage } from '@/db/queries/packages';
import { findPackageSlug } from '@/db/queries/resolve-slug';
import { listSelectedPackages } from '@/db/queries/selections';
import { packageImage } from '@/lib/open-graph/links';
import { packageCard } from '@/lib/open-graph/package-card';

interface Context {
  params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Context) {
  const { slug } = await params;
  const category = findPackage(slug)?.category;
  const [it] = listSelectedPackages([slug]);
  if (it && category)
    return sendImage(
      '/packages/p/[slug]/opengraph.png',
      request,
      packageCard(it, category.title, readClock()),
    );
  const present = findPackageSlug(slug);
  return present === undefined ? noSuch('package') : movedTo(packageImage(present));
}
