import { asc, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { categories } from '../schema';

const all = prepared((db) =>
  db
    .select({
      slug: categories.slug,
      title: categories.title,
      plural: categories.titlePlural,
      description: categories.description,
      /** Active packages only, as on the category page. */
      packageCount: sql<number>`(
        select count(*) from packages where category_id = categories.id and packages.is_active
      )`,
    })
    .from(categories)
    .orderBy(asc(categories.title))
    .prepare(),
);

export type ListedCategory = ReturnType<typeof listCategories>[number];

/** All categories by title, each with its number of active packages. */
export function listCategories() {
  return all().all();
}

const bySlug = prepared((db) =>
  db
    .select()
    .from(categories)
    .where(eq(categories.slug, sql.placeholder('slug')))
    .prepare(),
);

/** The category with this slug. */
export function findCategory(slug: string) {
  return bySlug().get({ slug });
}
