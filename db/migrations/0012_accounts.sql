CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text collate nocase NOT NULL,
	`sign_in_key` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`role` text DEFAULT 'new' NOT NULL,
	`banned_at` integer,
	`deleted_at` integer,
	`about` text DEFAULT '' NOT NULL,
	`github_account` text,
	`gitlab_account` text,
	`bitbucket_account` text,
	`shares_favorites` integer DEFAULT false NOT NULL,
	CONSTRAINT "accounts_role" CHECK(role in ('new', 'editor', 'trusted', 'moderator', 'admin'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_sign_in_key` ON `accounts` (`sign_in_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_name` ON `accounts` (`name`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`password` text,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_provider` ON `credentials` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `credentials_user` ON `credentials` (`user_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text,
	`source` text NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`actor`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "changes_source" CHECK("__new_changes"."source" in ('seed', 'import', 'site', 'collector', 'command')),
	CONSTRAINT "changes_micros" CHECK("__new_changes"."at" > 100000000000000)
);
--> statement-breakpoint
INSERT INTO `__new_changes`("id", "at", "actor", "source", "comment") SELECT "id", "at", "actor", "source", "comment" FROM `changes`;--> statement-breakpoint
DROP TABLE `changes`;--> statement-breakpoint
ALTER TABLE `__new_changes` RENAME TO `changes`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `changes_at` ON `changes` (`at`);--> statement-breakpoint
CREATE INDEX `changes_actor` ON `changes` (`actor`,`id`);