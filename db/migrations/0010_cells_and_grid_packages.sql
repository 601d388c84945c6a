-- SQLite renames what refers to a table too, but keeps the names of indexes.
ALTER TABLE `elements` RENAME TO `cells`;--> statement-breakpoint
ALTER TABLE `memberships` RENAME TO `grid_packages`;--> statement-breakpoint
ALTER TABLE `cells` RENAME COLUMN `membership_id` TO `grid_package_id`;--> statement-breakpoint
DROP INDEX `elements_feature_membership`;--> statement-breakpoint
DROP INDEX `elements_membership`;--> statement-breakpoint
DROP INDEX `elements_grid`;--> statement-breakpoint
CREATE UNIQUE INDEX `cells_feature_grid_package` ON `cells` (`feature_id`,`grid_package_id`);--> statement-breakpoint
CREATE INDEX `cells_grid_package` ON `cells` (`grid_package_id`);--> statement-breakpoint
CREATE INDEX `cells_grid` ON `cells` (`grid_id`);--> statement-breakpoint
DROP INDEX `memberships_grid_package`;--> statement-breakpoint
DROP INDEX `memberships_package`;--> statement-breakpoint
DROP INDEX `memberships_grid_id`;--> statement-breakpoint
CREATE UNIQUE INDEX `grid_packages_grid_package` ON `grid_packages` (`grid_id`,`package_id`);--> statement-breakpoint
CREATE INDEX `grid_packages_package` ON `grid_packages` (`package_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grid_packages_grid_id` ON `grid_packages` (`grid_id`,`id`);
