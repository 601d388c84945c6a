import { and, eq } from 'drizzle-orm';
import { requirePermission } from '@/lib/accounts/permissions';
import { expectUnchanged } from '@/lib/edits/conflict';
import { FieldError } from '@/lib/edits/field-error';
import { MissingError } from '@/lib/edits/missing';
import type { Kind } from '@/lib/search/document-number';
import type { Micros } from '@/lib/time';
import { database } from '../client';
import { findGridById } from '../queries/grids';
import { findPackageById } from '../queries/packages';
import { findGridSlug, findPackageSlug, findSlugHolder } from '../queries/resolve-slug';
import { grids, packages, slugRedirects } from '../schema';
import { edit, newId, type Edit } from './edit';

const kinds = {
  package: { table: packages, permission: 'package.rename', find: findPackageById },
  grid: { table: grids, permission: 'grid.rename', find: findGridById },
} as const;

const resolvers = { package: findPackageSlug, grid: findGridSlug };

/**
 * Changes the slug of a package or grid; its former one redirects to it from now on. `opened` is the slug that its form showed when it was
 * opened.
 *
 * @throws {MissingError} if there is no such record
 * @throws {FieldError} if the slug belongs to another record, is another spelling of its name, or belonged to it before
 * @throws {ConflictError} if somebody has changed it since
 */
export function renameRecord(
  by: Edit,
  { kind, id }: { kind: Kind; id: number },
  slug: string,
  opened: { slug?: string },
): void {
  edit(by, (change, actor) => {
    const record = kinds[kind].find(id);
    if (!record) throw new MissingError(`There is no such ${kind} any more.`);
    requirePermission(actor, kinds[kind].permission, record);
    expectUnchanged(opened, record, { slug });
    const named = resolvers[kind](slug);
    if (named !== undefined && named !== record.slug) {
      throw new FieldError('slug', `is or was that of “${named}”`);
    }
    change.record([{ kind, id }], () => {
      writeSlug({ kind, id }, slug, by.now);
    });
  });
}

/**
 * Gives a record a slug, within `change.record`, and keeps its former one as a redirect.
 *
 * @throws {MissingError} if another record has the slug, or had it before
 */
export function writeSlug(
  { kind, id }: { kind: Kind; id: number },
  slug: string,
  now: Micros,
): void {
  const { table, find } = kinds[kind];
  const former = find(id)?.slug;
  if (former === undefined || former === slug) return;
  const holder = findSlugHolder(kind, slug);
  if (holder !== undefined && holder !== id) {
    throw new MissingError(`The URL “${slug}” belongs to another ${kind} now.`);
  }
  const db = database();
  const isKind = eq(slugRedirects.kind, kind);
  db.delete(slugRedirects)
    .where(and(isKind, eq(slugRedirects.oldSlug, slug)))
    .run();
  db.update(table).set({ slug, modifiedAt: now }).where(eq(table.id, id)).run();
  const target = kind === 'package' ? { packageId: id } : { gridId: id };
  db.insert(slugRedirects)
    .values({ id: newId(slugRedirects), kind, oldSlug: former, ...target, createdAt: now })
    .run();
}
