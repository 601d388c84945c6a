ALTER TABLE `packages` ADD `health` integer;--> statement-breakpoint
ALTER TABLE `packages` ADD `health_at` integer;--> statement-breakpoint
ALTER TABLE `packages` ADD `trend` real;--> statement-breakpoint
CREATE INDEX `packages_health` ON `packages` (`is_active`,`health`,`title`);--> statement-breakpoint
CREATE INDEX `packages_trend` ON `packages` (`is_active`,`trend`,`title`);--> statement-breakpoint
CREATE INDEX `packages_download_rank` ON `packages` (`is_active`,`pypi_download_rank`,`title`);