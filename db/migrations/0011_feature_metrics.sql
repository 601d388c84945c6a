ALTER TABLE `features` ADD `metric` text;--> statement-breakpoint
-- The features of the shipped catalogue that repeat a metric; its features have ids above 1,000,000.
UPDATE `features` SET `metric` = 'django' WHERE `title` = 'Django versions' AND `id` > 1000000;--> statement-breakpoint
UPDATE `features` SET `metric` = 'requires_python' WHERE `title` = 'Python' AND `id` > 1000000;--> statement-breakpoint
UPDATE `features` SET `metric` = 'licence' WHERE `title` = 'Licence' AND `id` > 1000000;--> statement-breakpoint
UPDATE `features` SET `metric` = 'development_status' WHERE `title` = 'Status' AND `id` > 1000000;
