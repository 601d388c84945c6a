CREATE TABLE `weekly_metrics` (
	`package_id` integer NOT NULL,
	`week` integer NOT NULL,
	`stars` integer,
	`forks` integer,
	`open_issues` integer,
	`downloads` integer,
	`health` integer,
	`source` text,
	PRIMARY KEY(`package_id`, `week`),
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "weekly_metrics_counts" CHECK(min(ifnull("weekly_metrics"."stars", 0), ifnull("weekly_metrics"."forks", 0), ifnull("weekly_metrics"."open_issues", 0), ifnull("weekly_metrics"."downloads", 0), ifnull("weekly_metrics"."health", 0)) >= 0)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `weekly_metrics` (`package_id`, `week`, `stars`, `forks`, `source`)
	SELECT `package_id`, `week`, max(CASE WHEN `metric` = 'stars' THEN `value` END), max(CASE WHEN `metric` = 'forks' THEN `value` END),
		(SELECT `figures_source` FROM `repositories` WHERE `repositories`.`package_id` = `metric_samples`.`package_id`
			AND ((`figures_at` / 86400000000 + 3) / 7 * 7 - 3) * 86400000000 = `metric_samples`.`week`)
	FROM `metric_samples` GROUP BY `package_id`, `week`;--> statement-breakpoint
DROP TABLE `metric_samples`;--> statement-breakpoint
ALTER TABLE `pypi_projects` ADD `downloads` integer;--> statement-breakpoint
ALTER TABLE `pypi_projects` ADD `downloads_at` integer;--> statement-breakpoint
ALTER TABLE `repositories` ADD `open_issues` integer;