-- Written by hand, as the rest of the index is. Digests of records that are in it already come when they change.
ALTER TABLE search_documents ADD digest integer;--> statement-breakpoint
-- FTS5 would merge a part of the index every sixty changes or so, which then take thirty times as long as the others. Without that it
-- merges the small pieces that changes leave behind when there are so many of them.
INSERT INTO search_text (search_text, rank) VALUES ('automerge', 0);--> statement-breakpoint
INSERT INTO search_text (search_text, rank) VALUES ('crisismerge', 32);
