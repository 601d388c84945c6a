ALTER TABLE `categories` ADD `feed_id` integer;--> statement-breakpoint
ALTER TABLE `grids` ADD `feed_id` integer;--> statement-breakpoint
ALTER TABLE `packages` ADD `feed_id` integer;