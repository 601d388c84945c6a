import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag } from './columns';

// Created by a handwritten migration and not exported from index.ts: drizzle-kit supports neither virtual nor WITHOUT ROWID tables.

/** The full-text index (FTS5, without a copy of the text). The rowid is the document number, see lib/search/document-number.ts. */
export const searchText = sqliteTable('search_text', {
  number: integer('rowid').primaryKey(),
  name: text().notNull(),
  words: text().notNull(),
  around: text().notNull(),
  people: text().notNull(),
});

/** The indexed records with their document numbers and keys, which are needed to remove them from the index. */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    kind: text({ enum: ['package', 'grid'] }).notNull(),
    recordId: integer().notNull(),
    number: integer().notNull(),
    /** Hash of the indexed text, to skip records whose indexed text hasn't changed; null in rows older than this column. */
    digest: integer(),
    /** Its rows in `searchKeys`. */
    keys: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.recordId] })],
);

/** Names joined into one word, from each of their words on, by tier of popularity, so that a prefix finds the best known first. */
export const searchKeys = sqliteTable(
  'search_keys',
  {
    tier: integer().notNull(),
    key: text().notNull(),
    number: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tier, table.key, table.number] })],
);

/** Vocabulary for spelling correction, with each term reversed as well. May contain terms that are no longer in the index. */
export const searchTerms = sqliteTable('search_terms', {
  term: text().primaryKey(),
  reversed: text().notNull(),
});

/** Synonymous words and phrases, stored in both directions. */
export const searchSynonyms = sqliteTable(
  'search_synonyms',
  { term: text().notNull(), other: text().notNull() },
  (table) => [primaryKey({ columns: [table.term, table.other] })],
);

/**
 * The facets of packages, in rows narrow enough to read tens of thousands quickly. Keyed by document number, so that the best known come
 * first. It has a column for each facet of lib/facets, named by its key; db/migrate.ts creates them.
 */
export const searchFacets = sqliteTable('search_facets', {
  number: integer().primaryKey(),
  isActive: flag(),
});
