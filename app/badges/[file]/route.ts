import { makeBadge } from 'badge-maker';
import { movedTo, noSuch, sendDocument } from '@/app/documents';
import { listGridsOfPackage } from '@/db/queries/grids';
import { findPackage } from '@/db/queries/packages';
import { findPackageSlug } from '@/db/queries/resolve-slug';
import {
  badgeOf,
  badgePath,
  badgeQuery,
  unlistedBadge,
  type Badge,
  type BadgeKind,
} from '@/lib/badges/badges';
import { declaredQuery } from '@/lib/routes/query';

/** Short, because a package may be listed soon. */
const UNLISTED_MAX_AGE = 300;

interface Context {
  params: Promise<{ file: string }>;
}

/**
 * `celery.svg`: a badge of a package; `show` selects its content. Unlisted packages get a badge too, with status 200, because image
 * proxies show anything else as a broken image.
 */
export async function GET(request: Request, { params }: Context) {
  const slug = /^(.+)\.svg$/.exec((await params).file)?.[1];
  if (slug === undefined) return noSuch('badge');
  const { show } = badgeQuery.parse(
    declaredQuery('/badges/[file]', new URL(request.url).searchParams),
  );
  const found = readBadge(slug, show);
  if (found) return send(found);
  const present = findPackageSlug(slug);
  return present === undefined
    ? send(unlistedBadge, UNLISTED_MAX_AGE)
    : movedTo(badgePath(present, show));
}

function readBadge(slug: string, show: BadgeKind): Badge | undefined {
  const found = findPackage(slug);
  if (!found) return undefined;
  const { package: it } = found;
  return badgeOf(show, {
    ...it,
    version: it.lastReleaseNumber,
    gridCount: listGridsOfPackage(it.id).length,
  });
}

function send(badge: Badge, maxAge?: number): Response {
  return sendDocument({
    body: makeBadge({ ...badge, style: 'flat' }),
    contentType: 'image/svg+xml',
    route: '/badges/[file]',
    ...(maxAge !== undefined && { maxAge }),
  });
}
