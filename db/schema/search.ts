import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag } from './columns';

// Made by a migration written by hand and so left out of index.ts: drizzle-kit knows no virtual tables and no tables without rowid.

/** The full-text index (FTS5, without a copy of the text); a row's id is the number of its document, lib/search/document-number.ts. */
export const searchText = sqliteTable('search_text', {
  number: integer('rowid').primaryKey(),
  name: text().notNull(),
  words: text().notNull(),
  around: text().notNull(),
  people: text().notNull(),
});

/** Which records are in the index, under which number and which names, so that they can be taken out of it. */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    kind: text({ enum: ['package', 'grid'] }).notNull(),
    recordId: integer().notNull(),
    number: integer().notNull(),
    /** Of all that the index holds of it, so that a change of something else is known; null from before there was one. */
    digest: integer(),
    /** Its rows in `searchKeys`. */
    keys: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.recordId] })],
);

/** Names as one word from each of their words on, by tier of how well known they are, so that a prefix finds the best known first. */
export const searchKeys = sqliteTable(
  'search_keys',
  {
    tier: integer().notNull(),
    key: text().notNull(),
    number: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tier, table.key, table.number] })],
);

/** Words that a misspelt one may have been meant for, also from their end. A word that has left the index may stay here. */
export const searchTerms = sqliteTable('search_terms', {
  term: text().primaryKey(),
  reversed: text().notNull(),
});

/** Words and phrases that people use for one another, both ways. */
export const searchSynonyms = sqliteTable(
  'search_synonyms',
  { term: text().notNull(), other: text().notNull() },
  (table) => [primaryKey({ columns: [table.term, table.other] })],
);

/**
 * What packages are chosen and counted by, lib/facets, in rows so narrow that tens of thousands are read in a moment; by the number of the
 * document, so that the best known come first. Lists are parted by commas; null is unknown.
 */
export const searchFacets = sqliteTable('search_facets', {
  number: integer().primaryKey(),
  isActive: flag(),
  category: text().notNull(),
  grids: text().notNull(),
  django: text(),
  python: text(),
  licence: text(),
  status: integer(),
  host: text(),
  documentation: flag(),
  /** The last commit, unless it is archived or deprecated. */
  maintainedAt: integer(),
  releasedAt: integer(),
});
