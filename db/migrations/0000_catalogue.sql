CREATE TABLE `catalogue_loads` (
	`sha256` text PRIMARY KEY NOT NULL,
	`generated` text NOT NULL,
	`loaded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `categories` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text collate nocase NOT NULL,
	`title_plural` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`show_pypi` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_slug_unique` ON `categories` (`slug`);--> statement-breakpoint
CREATE TABLE `elements` (
	`id` integer PRIMARY KEY NOT NULL,
	`grid_id` integer NOT NULL,
	`feature_id` integer NOT NULL,
	`membership_id` integer NOT NULL,
	`text` text NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	FOREIGN KEY (`grid_id`,`feature_id`) REFERENCES `features`(`grid_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`grid_id`,`membership_id`) REFERENCES `memberships`(`grid_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `elements_feature_membership` ON `elements` (`feature_id`,`membership_id`);--> statement-breakpoint
CREATE INDEX `elements_membership` ON `elements` (`membership_id`);--> statement-breakpoint
CREATE INDEX `elements_grid` ON `elements` (`grid_id`);--> statement-breakpoint
CREATE TABLE `features` (
	`id` integer PRIMARY KEY NOT NULL,
	`grid_id` integer NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	FOREIGN KEY (`grid_id`) REFERENCES `grids`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `features_grid_id` ON `features` (`grid_id`,`id`);--> statement-breakpoint
CREATE TABLE `grids` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text collate nocase NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`is_locked` integer DEFAULT false NOT NULL,
	`is_header` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grids_slug_unique` ON `grids` (`slug`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` integer PRIMARY KEY NOT NULL,
	`grid_id` integer NOT NULL,
	`package_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`grid_id`) REFERENCES `grids`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_grid_package` ON `memberships` (`grid_id`,`package_id`);--> statement-breakpoint
CREATE INDEX `memberships_package` ON `memberships` (`package_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_grid_id` ON `memberships` (`grid_id`,`id`);--> statement-breakpoint
CREATE TABLE `package_examples` (
	`id` integer PRIMARY KEY NOT NULL,
	`package_id` integer NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`is_active` integer,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `package_examples_package` ON `package_examples` (`package_id`,`title`);--> statement-breakpoint
CREATE TABLE `package_support` (
	`package_id` integer NOT NULL,
	`product` text NOT NULL,
	`cycle` text NOT NULL,
	PRIMARY KEY(`package_id`, `product`, `cycle`),
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "package_support_product" CHECK("package_support"."product" in ('django', 'python'))
);
--> statement-breakpoint
CREATE INDEX `package_support_cycle` ON `package_support` (`product`,`cycle`,`package_id`);--> statement-breakpoint
CREATE TABLE `packages` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text collate nocase NOT NULL,
	`category_id` integer NOT NULL,
	`repo_url` text,
	`repo_description` text DEFAULT '' NOT NULL,
	`repo_watchers` integer,
	`repo_forks` integer,
	`repo_figures_at` integer,
	`repo_figures_source` text,
	`pypi_name` text,
	`pypi_url` text DEFAULT '' NOT NULL,
	`pypi_download_rank` integer,
	`requires_python` text,
	`licence` text,
	`development_status` integer,
	`documentation_url` text,
	`participants` text DEFAULT '[]' NOT NULL,
	`commits_over_52` text,
	`commits_as_of` integer,
	`commit_count` integer,
	`last_commit_at` integer,
	`last_fetched_at` integer,
	`figures_from` text,
	`snapshot_commit` text,
	`snapshot_at` integer,
	`latest_version_id` integer,
	`last_release_number` text,
	`last_release_at` integer,
	`last_release_precision` text DEFAULT 'time' NOT NULL,
	`usage_count` integer,
	`usage_counted_at` integer,
	`is_deprecated` integer DEFAULT false NOT NULL,
	`deprecated_at` integer,
	`status_source` text,
	`replaced_by_id` integer,
	`replacement_url` text,
	`is_archived` integer DEFAULT false NOT NULL,
	`archived_at` integer,
	`is_active` integer GENERATED ALWAYS AS ((not is_deprecated and not is_archived)) VIRTUAL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`latest_version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`replaced_by_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "packages_status_range" CHECK("packages"."development_status" between 1 and 7),
	CONSTRAINT "packages_counts" CHECK(min(ifnull("packages"."repo_watchers", 0), ifnull("packages"."repo_forks", 0), ifnull("packages"."usage_count", 0), ifnull("packages"."commit_count", 0)) >= 0),
	CONSTRAINT "packages_52_weeks" CHECK(json_array_length("packages"."commits_over_52") in (0, 52)),
	CONSTRAINT "packages_deprecated" CHECK("packages"."deprecated_at" is null or "packages"."is_deprecated"),
	CONSTRAINT "packages_replaced" CHECK("packages"."is_deprecated" or ("packages"."replaced_by_id" is null and "packages"."replacement_url" is null)),
	CONSTRAINT "packages_archived" CHECK("packages"."archived_at" is null or "packages"."is_archived"),
	CONSTRAINT "packages_not_own_replacement" CHECK("packages"."replaced_by_id" <> "packages"."id"),
	CONSTRAINT "packages_micros" CHECK(min("packages"."created_at", "packages"."modified_at") > 100000000000000),
	CONSTRAINT "packages_release_precision" CHECK("packages"."last_release_precision" in ('time', 'day', 'month'))
);
--> statement-breakpoint
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
CREATE INDEX `packages_licence` ON `packages` (`licence`);--> statement-breakpoint
CREATE INDEX `packages_replaced_by` ON `packages` (`replaced_by_id`);--> statement-breakpoint
CREATE INDEX `packages_latest_version` ON `packages` (`latest_version_id`);--> statement-breakpoint
CREATE TABLE `slug_redirects` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`old_slug` text NOT NULL,
	`package_id` integer,
	`grid_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`grid_id`) REFERENCES `grids`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "slug_redirects_target" CHECK(("slug_redirects"."kind" = 'package' and "slug_redirects"."package_id" is not null and "slug_redirects"."grid_id" is null)
        or ("slug_redirects"."kind" = 'grid' and "slug_redirects"."grid_id" is not null and "slug_redirects"."package_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slug_redirects_kind_slug` ON `slug_redirects` (`kind`,`old_slug`);--> statement-breakpoint
CREATE INDEX `slug_redirects_package` ON `slug_redirects` (`package_id`);--> statement-breakpoint
CREATE INDEX `slug_redirects_grid` ON `slug_redirects` (`grid_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`key` text PRIMARY KEY NOT NULL,
	`description` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`package_id` integer NOT NULL,
	`number` text NOT NULL,
	`released_at` integer,
	`date_precision` text DEFAULT 'time' NOT NULL,
	`source` text NOT NULL,
	`is_hidden` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "versions_micros" CHECK("versions"."released_at" > 100000000000000),
	CONSTRAINT "versions_source" CHECK("versions"."source" in ('tag', 'pypi')),
	CONSTRAINT "versions_precision" CHECK("versions"."date_precision" in ('time', 'day', 'month'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_package_number` ON `versions` (`package_id`,`number`);--> statement-breakpoint
CREATE INDEX `versions_package_released` ON `versions` (`package_id`,`released_at`);