CREATE TABLE `announcements` (
	`id` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`path` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`author` text,
	FOREIGN KEY (`author`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "announcements_period" CHECK("announcements"."starts_at" < "announcements"."ends_at")
);
--> statement-breakpoint
CREATE INDEX `announcements_ends` ON `announcements` (`ends_at`);--> statement-breakpoint
CREATE TABLE `favorites` (
	`account_id` text NOT NULL,
	`package_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `package_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `favorites_package` ON `favorites` (`package_id`);--> statement-breakpoint
CREATE TABLE `flags` (
	`id` integer PRIMARY KEY NOT NULL,
	`package_id` integer NOT NULL,
	`account_id` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` text,
	`is_upheld` integer,
	`answer` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flags_open` ON `flags` (`account_id`,`package_id`) WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX `flags_package` ON `flags` (`package_id`,`resolved_at`);--> statement-breakpoint
CREATE INDEX `flags_resolved` ON `flags` (`resolved_at`,`id`);--> statement-breakpoint
CREATE TABLE `held_edits` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`write` text NOT NULL,
	`arguments` text NOT NULL,
	`path` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`is_accepted` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "held_edits_micros" CHECK("held_edits"."created_at" > 100000000000000)
);
--> statement-breakpoint
CREATE INDEX `held_edits_decided` ON `held_edits` (`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `held_edits_account` ON `held_edits` (`account_id`,`id`);--> statement-breakpoint
CREATE TABLE `list_packages` (
	`id` integer PRIMARY KEY NOT NULL,
	`list_id` integer NOT NULL,
	`package_id` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `lists`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `list_packages_list_package` ON `list_packages` (`list_id`,`package_id`);--> statement-breakpoint
CREATE INDEX `list_packages_package` ON `list_packages` (`package_id`);--> statement-breakpoint
CREATE TABLE `lists` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`slug` text NOT NULL,
	`title` text collate nocase NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`is_private` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lists_account_slug` ON `lists` (`account_id`,`slug`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text collate nocase NOT NULL,
	`body` text NOT NULL,
	`published_at` integer,
	`author` text,
	`created_at` integer NOT NULL,
	`modified_at` integer NOT NULL,
	FOREIGN KEY (`author`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_slug_unique` ON `posts` (`slug`);--> statement-breakpoint
CREATE INDEX `posts_published` ON `posts` (`published_at`);--> statement-breakpoint
CREATE TABLE `usages` (
	`account_id` text NOT NULL,
	`package_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `package_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `usages_package` ON `usages` (`package_id`);--> statement-breakpoint
CREATE TABLE `watches` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`package_id` integer,
	`grid_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`grid_id`) REFERENCES `grids`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `watches_account_package` ON `watches` (`account_id`,`package_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `watches_account_grid` ON `watches` (`account_id`,`grid_id`);--> statement-breakpoint
CREATE INDEX `watches_package` ON `watches` (`package_id`);--> statement-breakpoint
CREATE INDEX `watches_grid` ON `watches` (`grid_id`);--> statement-breakpoint
CREATE TABLE `weekly_picks` (
	`id` integer PRIMARY KEY NOT NULL,
	`week` integer NOT NULL,
	`grid_id` integer,
	`package_id` integer,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`grid_id`) REFERENCES `grids`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`package_id`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `weekly_picks_week` ON `weekly_picks` (`week`);--> statement-breakpoint
CREATE INDEX `weekly_picks_grid` ON `weekly_picks` (`grid_id`);--> statement-breakpoint
CREATE INDEX `weekly_picks_package` ON `weekly_picks` (`package_id`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `ban_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `feed_token` text;--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_feed_token` ON `accounts` (`feed_token`);--> statement-breakpoint
ALTER TABLE `changes` ADD `review` text;--> statement-breakpoint
ALTER TABLE `changes` ADD `reviewed_at` integer;--> statement-breakpoint
ALTER TABLE `changes` ADD `reviewed_by` text REFERENCES accounts(id);--> statement-breakpoint
CREATE INDEX `changes_review` ON `changes` (`review`,`id`);--> statement-breakpoint
ALTER TABLE `features` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `package_examples` ADD `added_by` text REFERENCES accounts(id);