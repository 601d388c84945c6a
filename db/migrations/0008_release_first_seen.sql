ALTER TABLE `versions` ADD `first_seen_at` integer;--> statement-breakpoint
UPDATE `versions` SET `first_seen_at` = (SELECT min(`loaded_at`) FROM `catalogue_loads`);
