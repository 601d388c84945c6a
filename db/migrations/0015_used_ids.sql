CREATE TABLE `used_ids` (
	`table_name` text PRIMARY KEY NOT NULL,
	`highest` integer NOT NULL
);
