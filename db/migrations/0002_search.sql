-- Written by hand, since drizzle-kit knows no virtual tables and no tables without rowid; db/schema/search.ts describes them.
CREATE VIRTUAL TABLE search_text USING fts5(
	name, words, around, people,
	content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);--> statement-breakpoint
CREATE TABLE search_documents (
	kind text NOT NULL,
	record_id integer NOT NULL,
	number integer NOT NULL,
	keys text NOT NULL,
	PRIMARY KEY (kind, record_id)
) WITHOUT ROWID;--> statement-breakpoint
CREATE TABLE search_keys (
	tier integer NOT NULL,
	key text NOT NULL,
	number integer NOT NULL,
	PRIMARY KEY (tier, key, number)
) WITHOUT ROWID;--> statement-breakpoint
CREATE TABLE search_terms (
	term text PRIMARY KEY NOT NULL,
	reversed text NOT NULL
) WITHOUT ROWID;--> statement-breakpoint
CREATE INDEX search_terms_reversed ON search_terms (reversed, term);--> statement-breakpoint
CREATE TABLE search_synonyms (
	term text NOT NULL,
	other text NOT NULL,
	PRIMARY KEY (term, other)
) WITHOUT ROWID;
