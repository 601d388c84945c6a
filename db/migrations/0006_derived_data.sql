CREATE TABLE `derived_data` (
	`version` integer PRIMARY KEY NOT NULL
);
