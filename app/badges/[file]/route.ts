import { makeBadge } from 'badge-maker';
import { movedTo, sendDocument } from '@/app/documents';
import { listGridsOfPackage } from '@/db/queries/grids';
import { findPackage, findRenamedPackage } from '@/db/queries/packages';
import {
  badgeOf,
  badgePath,
  badgeQuery,
  unlistedBadge,
  type Badge,
  type BadgeKind,
} from '@/lib/badges';

/** Who shows a badge in a README asks for it through a proxy of images, which asks here once an hour. */
const MAX_AGE = 3600;

interface Context {
  params: Promise<{ file: string }>;
}

/** `celery.svg`: a badge of a package, what of it by `show`. */
export async function GET(request: Request, { params }: Context) {
  const slug = /^([\w-]+)\.svg$/.exec((await params).file)?.[1] ?? '';
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { show } = badgeQuery.parse(query);
  const found = slug === '' ? undefined : readBadge(slug, show);
  if (found) return send(request, found, 200);
  const present = findRenamedPackage(slug);
  return present === undefined
    ? send(request, unlistedBadge, 404)
    : movedTo(badgePath(present, show));
}

function readBadge(slug: string, show: BadgeKind): Badge | undefined {
  const found = findPackage(slug);
  if (!found) return undefined;
  const { package: it, latestVersion } = found;
  return badgeOf(show, {
    ...it,
    version: latestVersion?.number ?? it.lastReleaseNumber,
    gridCount: listGridsOfPackage(it.id).length,
  });
}

function send(request: Request, badge: Badge, status: number): Response {
  return sendDocument(request, {
    body: makeBadge({ ...badge, style: 'flat' }),
    contentType: 'image/svg+xml',
    maxAge: MAX_AGE,
    status,
  });
}
