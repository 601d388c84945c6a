import { eq } from 'drizzle-orm';
import { difference } from '@/lib/transfer/import/difference';
import type { IncomingCategory } from '@/lib/transfer/import/incoming';
import { nameOf } from '@/lib/transfer/import/problem';
import { DAY_ZONE, formatDay } from '@/lib/time';
import { database } from '../../client';
import { categories } from '../../schema';
import type { Change, ImportContext } from './context';

/** Brings a category to what a source says of it, and tells what that changes. */
export function mergeCategory(it: IncomingCategory, context: ImportContext): Change {
  const { slug } = it.columns;
  const db = database();
  const localId = context.resolved.category.taken.get(it.id);
  const before = context.before.category.get(localId ?? -1);
  const storedId = context.isDry ? localId : it.id;
  const row =
    localId === undefined || storedId === undefined
      ? undefined
      : db.select().from(categories).where(eq(categories.id, storedId)).get();
  const local = row && { ...row, slug: before?.slug ?? row.slug };

  const found = difference(local ?? {}, local ? it.columns : {});
  const renumbered = before && before.id !== it.id ? [`id: ${before.id} → ${it.id}`] : [];
  const details = [...renumbered, ...found.details];
  const outcome = { kind: 'category' as const, id: it.id, slug, details };
  if (local && details.length === 0) return { ...outcome, action: 'same' };
  if (local && context.prefer === 'local' && before && before.modifiedAt > it.columns.modifiedAt) {
    const day = formatDay(local.modifiedAt, DAY_ZONE);
    context.report({
      at: nameOf('category', it.id, slug),
      why: `was edited here later, on ${day}; it stays as it is here (${details.join('; ')})`,
      isLeftOut: true,
    });
    const action = renumbered.length > 0 ? 'changed' : 'same';
    return { ...outcome, slug: local.slug, action, details: renumbered };
  }
  if (!context.isDry) {
    db.$client
      .prepare(`update categories set slug = '~' || id where slug = ? and id <> ?`)
      .run(slug, it.id);
    if (local) db.update(categories).set(it.columns).where(eq(categories.id, it.id)).run();
    else
      db.insert(categories)
        .values({ ...it.columns, id: it.id })
        .run();
  }
  return { ...outcome, action: local ? 'changed' : 'added' };
}
