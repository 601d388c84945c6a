CREATE TABLE `changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text,
	`source` text NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	CONSTRAINT "changes_source" CHECK("changes"."source" in ('seed', 'import', 'site', 'collector', 'command')),
	CONSTRAINT "changes_micros" CHECK("changes"."at" > 100000000000000)
);
--> statement-breakpoint
CREATE INDEX `changes_at` ON `changes` (`at`);--> statement-breakpoint
CREATE TABLE `metric_samples` (
	`package_id` integer NOT NULL,
	`metric` text NOT NULL,
	`week` integer NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`package_id`, `metric`, `week`),
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "metric_samples_metric" CHECK("metric_samples"."metric" in ('stars', 'forks'))
);
--> statement-breakpoint
CREATE INDEX `metric_samples_week` ON `metric_samples` (`metric`,`week`);--> statement-breakpoint
CREATE TABLE `pypi_projects` (
	`package_id` integer PRIMARY KEY NOT NULL,
	`download_rank` integer,
	`requires_python` text,
	`development_status` integer,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "pypi_projects_status_range" CHECK("pypi_projects"."development_status" between 1 and 7)
);
--> statement-breakpoint
CREATE TABLE `repositories` (
	`package_id` integer PRIMARY KEY NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`stars` integer,
	`forks` integer,
	`figures_at` integer,
	`figures_source` text,
	`license` text,
	`participants` text DEFAULT '[]' NOT NULL,
	`commits_over_52` text,
	`commits_as_of` integer,
	`commit_count` integer,
	`last_commit_at` integer,
	`fetched_at` integer,
	`activity_source` text,
	`snapshot_commit` text,
	`snapshot_at` integer,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "repositories_counts" CHECK(min(ifnull("repositories"."stars", 0), ifnull("repositories"."forks", 0), ifnull("repositories"."commit_count", 0)) >= 0),
	CONSTRAINT "repositories_52_weeks" CHECK(json_array_length("repositories"."commits_over_52") in (0, 52))
);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`change_id` integer NOT NULL,
	`kind` text NOT NULL,
	`record_id` integer NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`change_id`) REFERENCES `changes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "revisions_kind" CHECK("revisions"."kind" in ('category', 'package', 'grid'))
);
--> statement-breakpoint
CREATE INDEX `revisions_record` ON `revisions` (`kind`,`record_id`,`id`);--> statement-breakpoint
CREATE INDEX `revisions_change` ON `revisions` (`change_id`);--> statement-breakpoint
INSERT INTO `repositories` SELECT
	`id`, `repo_description`, `repo_watchers`, `repo_forks`, `repo_figures_at`, `repo_figures_source`, `licence`, `participants`,
	`commits_over_52`, `commits_as_of`, `commit_count`, `last_commit_at`, `last_fetched_at`, `figures_from`, `snapshot_commit`, `snapshot_at`
	FROM `packages`;--> statement-breakpoint
INSERT INTO `pypi_projects` SELECT `id`, `pypi_download_rank`, `requires_python`, `development_status` FROM `packages`;--> statement-breakpoint
-- A week begins on Monday; 1970-01-01 was a Thursday.
INSERT INTO `metric_samples` SELECT `package_id`, 'stars', ((`figures_at` / 86400000000 + 3) / 7 * 7 - 3) * 86400000000, `stars`
	FROM `repositories` WHERE `stars` IS NOT NULL AND `figures_at` > 0;--> statement-breakpoint
INSERT INTO `metric_samples` SELECT `package_id`, 'forks', ((`figures_at` / 86400000000 + 3) / 7 * 7 - 3) * 86400000000, `forks`
	FROM `repositories` WHERE `forks` IS NOT NULL AND `figures_at` > 0;--> statement-breakpoint
-- db/migrate.ts switches foreign keys off meanwhile: otherwise dropping the table would delete what refers to it.
CREATE TABLE `__new_packages` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text collate nocase NOT NULL,
	`category_id` integer NOT NULL,
	`repo_url` text,
	`repo_description` text DEFAULT '' NOT NULL,
	`repo_watchers` integer,
	`repo_forks` integer,
	`repo_figures_at` integer,
	`pypi_name` text,
	`pypi_url` text DEFAULT '' NOT NULL,
	`pypi_download_rank` integer,
	`licence` text,
	`documentation_url` text,
	`last_commit_at` integer,
	`commits_as_of` integer,
	`last_fetched_at` integer,
	`snapshot_at` integer,
	`latest_version_id` integer,
	`last_release_number` text,
	`last_release_at` integer,
	`last_release_precision` text DEFAULT 'time' NOT NULL,
	`usage_count` integer,
	`usage_counted_at` integer,
	`health` integer,
	`health_at` integer,
	`trend` real,
	`is_deprecated` integer DEFAULT false NOT NULL,
	`deprecated_at` integer,
	`status_source` text,
	`replaced_by_id` integer,
	`replacement_url` text,
	`is_archived` integer DEFAULT false NOT NULL,
	`archived_at` integer,
	`is_active` integer GENERATED ALWAYS AS ((not is_deprecated and not is_archived)) VIRTUAL,
	`feed_id` integer,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	`changed_at` integer GENERATED ALWAYS AS ((max(modified_at, ifnull(last_fetched_at, 0)))) VIRTUAL,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`latest_version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`replaced_by_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "packages_counts" CHECK(min(ifnull("__new_packages"."repo_watchers", 0), ifnull("__new_packages"."repo_forks", 0), ifnull("__new_packages"."usage_count", 0)) >= 0),
	CONSTRAINT "packages_deprecated" CHECK("__new_packages"."deprecated_at" is null or "__new_packages"."is_deprecated"),
	CONSTRAINT "packages_replaced" CHECK("__new_packages"."is_deprecated" or ("__new_packages"."replaced_by_id" is null and "__new_packages"."replacement_url" is null)),
	CONSTRAINT "packages_archived" CHECK("__new_packages"."archived_at" is null or "__new_packages"."is_archived"),
	CONSTRAINT "packages_not_own_replacement" CHECK("__new_packages"."replaced_by_id" <> "__new_packages"."id"),
	CONSTRAINT "packages_micros" CHECK(min("__new_packages"."created_at", "__new_packages"."modified_at") > 100000000000000),
	CONSTRAINT "packages_release_precision" CHECK("__new_packages"."last_release_precision" in ('time', 'day', 'month'))
);
--> statement-breakpoint
INSERT INTO `__new_packages`("id", "slug", "title", "category_id", "repo_url", "repo_description", "repo_watchers", "repo_forks", "repo_figures_at", "pypi_name", "pypi_url", "pypi_download_rank", "licence", "documentation_url", "last_commit_at", "commits_as_of", "last_fetched_at", "snapshot_at", "latest_version_id", "last_release_number", "last_release_at", "last_release_precision", "usage_count", "usage_counted_at", "health", "health_at", "trend", "is_deprecated", "deprecated_at", "status_source", "replaced_by_id", "replacement_url", "is_archived", "archived_at", "feed_id", "created_at", "modified_at") SELECT "id", "slug", "title", "category_id", "repo_url", "repo_description", "repo_watchers", "repo_forks", "repo_figures_at", "pypi_name", "pypi_url", "pypi_download_rank", "licence", "documentation_url", "last_commit_at", "commits_as_of", "last_fetched_at", "snapshot_at", "latest_version_id", "last_release_number", "last_release_at", "last_release_precision", "usage_count", "usage_counted_at", "health", "health_at", "trend", "is_deprecated", "deprecated_at", "status_source", "replaced_by_id", "replacement_url", "is_archived", "archived_at", "feed_id", "created_at", "modified_at" FROM `packages`;--> statement-breakpoint
DROP TABLE `packages`;--> statement-breakpoint
ALTER TABLE `__new_packages` RENAME TO `packages`;--> statement-breakpoint
CREATE UNIQUE INDEX `packages_slug_unique` ON `packages` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `packages_repo_url_unique` ON `packages` (`repo_url`);--> statement-breakpoint
CREATE INDEX `packages_category` ON `packages` (`category_id`,`is_active`);--> statement-breakpoint
CREATE INDEX `packages_stars` ON `packages` (`is_active`,`repo_watchers`,`title`);--> statement-breakpoint
CREATE INDEX `packages_forks` ON `packages` (`is_active`,`repo_forks`,`title`);--> statement-breakpoint
CREATE INDEX `packages_usage` ON `packages` (`is_active`,`usage_count`,`title`);--> statement-breakpoint
CREATE INDEX `packages_last_commit` ON `packages` (`is_active`,`last_commit_at`,`title`);--> statement-breakpoint
CREATE INDEX `packages_last_release` ON `packages` (`is_active`,`last_release_at`,`title`);--> statement-breakpoint
CREATE INDEX `packages_created` ON `packages` (`is_active`,`created_at`,`title`);--> statement-breakpoint
CREATE INDEX `packages_title` ON `packages` (`is_active`,`title`);--> statement-breakpoint
CREATE INDEX `packages_health` ON `packages` (`is_active`,`health`,`title`);--> statement-breakpoint
CREATE INDEX `packages_trend` ON `packages` (`is_active`,`trend`,`title`);--> statement-breakpoint
CREATE INDEX `packages_download_rank` ON `packages` (`is_active`,`pypi_download_rank`,`title`);--> statement-breakpoint
CREATE INDEX `packages_licence` ON `packages` (`licence`);--> statement-breakpoint
CREATE INDEX `packages_changed` ON `packages` (`changed_at`);--> statement-breakpoint
CREATE INDEX `packages_replaced_by` ON `packages` (`replaced_by_id`);--> statement-breakpoint
CREATE INDEX `packages_latest_version` ON `packages` (`latest_version_id`);--> statement-breakpoint
CREATE TRIGGER `packages_parts` AFTER INSERT ON `packages` BEGIN
	INSERT INTO `repositories` (`package_id`) VALUES (new.`id`);
	INSERT INTO `pypi_projects` (`package_id`) VALUES (new.`id`);
END;
