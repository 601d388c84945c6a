import { readClock } from '@/app/clock';
import { movedTo, noSuch } from '@/app/documents';
import { sendPicture } from '@/app/pictures/send';
import { findPackage, findRenamedPackage } from '@/db/queries/packages';
import { listSelectedPackages } from '@/db/queries/selections';
import { packagePicture } from '@/lib/pictures/links';
import { packageCard } from '@/lib/pictures/package-card';

interface Context {
  params: Promise<{ slug: string }>;
}

export async function GET(request: Request, { params }: Context) {
  const { slug } = await params;
  const category = findPackage(slug)?.category;
  const [it] = listSelectedPackages([slug]);
  if (it && category) return sendPicture(request, packageCard(it, category.title, readClock()));
  const present = findRenamedPackage(slug);
  return present === undefined ? noSuch('package') : movedTo(packagePicture(present));
}
