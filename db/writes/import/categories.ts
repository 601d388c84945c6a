import { eq } from 'drizzle-orm';
import { difference } from '@/lib/import/difference';
import type { IncomingCategory } from '@/lib/import/incoming/category';
import { database } from '../../client';
import { categories } from '../../schema';
import type { Change, ImportContext } from './context';
import { claimSlug } from './identity';
import { outcomeOf, matchOf } from './outcome';

/** Merges a category from the source and returns the change. */
export function mergeCategory(it: IncomingCategory, context: ImportContext): Change {
  const db = database();
  const { before, storedId } = matchOf('category', it.id, context);
  const row =
    storedId === undefined
      ? undefined
      : db.select().from(categories).where(eq(categories.id, storedId)).get();
  const local = row && { ...row, slug: before?.slug ?? row.slug };

  const found = difference(local ?? {}, local ? it.columns : {});
  const { change, isTaken } = outcomeOf('category', it, local, found.details, context);
  if (isTaken) {
    context.change.record([{ kind: 'category', id: it.id }], () => {
      claimSlug('category', it.columns.slug, it.id);
      if (local) db.update(categories).set(it.columns).where(eq(categories.id, it.id)).run();
      else
        db.insert(categories)
          .values({ ...it.columns, id: it.id })
          .run();
    });
  }
  return change;
}
