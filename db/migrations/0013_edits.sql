ALTER TABLE `cells` ADD `comment` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `cells` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `cells` ADD `confirmed_by` text REFERENCES accounts(id);--> statement-breakpoint
ALTER TABLE `changes` ADD `reverts` integer REFERENCES changes(id);--> statement-breakpoint
CREATE INDEX `changes_reverts` ON `changes` (`reverts`);--> statement-breakpoint
ALTER TABLE `packages` ADD `is_locked` integer DEFAULT false NOT NULL;