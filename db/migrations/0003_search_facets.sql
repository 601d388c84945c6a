-- Written by hand, as the rest of the index is; db/schema/search.ts describes it. The site fills it when it starts.
CREATE TABLE search_facets (
	number integer PRIMARY KEY NOT NULL,
	is_active integer NOT NULL,
	category text NOT NULL,
	grids text NOT NULL,
	django text,
	python text,
	licence text,
	status integer,
	host text,
	documentation integer NOT NULL,
	maintained_at integer,
	released_at integer
);
