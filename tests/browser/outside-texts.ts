import Sqlite from 'better-sqlite3';

/** A word longer than a line, and a version as build tools write it. */
const WORD = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl';
const VERSION = '4.2.0.dev20260115123456+g1a2b3c4d5e6f.d20260115';

/** Kinds of external texts: one long word, or characters that change the text direction. */
export const texts = {
  long: { word: WORD, version: VERSION, line: WORD.repeat(5) },
  turned: {
    word: 'חבילה \u202eexe.gpj\u202c \u0000\u001b\u0085(1)',
    version: '1.0\u202e0.2\u2066\u0007',
    line: 'ספרייה לניהול משימות, for Django 5\u202e.2 \u200f\u2067!\u0000',
  },
};
export type Texts = (typeof texts)['long'];

/** The slugs of the records on a site. */
const slugs = {
  package: WORD,
  other: 'django-q',
  grid: `grid-${WORD}`,
  category: `category-${WORD}`,
};

/** Sets all external texts of all records; one package, grid and category get long URLs too. */
const statements = [
  `update packages set title = @word || ' ' || id, repo_description = @line, licence = @word,
    pypi_name = @word, pypi_url = 'https://pypi.org/project/' || @word,
    documentation_url = 'https://' || 'docs.example.org/' || @word, status_source = @word,
    last_release_number = @version`,
  `update repositories set figures_source = 'seed', activity_source = @word,
    participants = json_array(@word, @word || '2', 'ada')`,
  `update pypi_projects set requires_python = '>=3.10,' || @word`,
  `update packages set repo_url = 'https://' || replace(@slug, 'xyz', '.') || '.example.org/' || id where id % 2`,
  `update packages set is_deprecated = 1, replacement_url = 'https://example.org/' || @slug where id % 7 = 0`,
  `update versions set number = @version || id`,
  `update categories set title = @word || id, title_plural = @word || id, description = @line`,
  `update grids set title = @word || ' ' || id, description = @line`,
  `update features set title = @word || ' ' || id, description = @line`,
  `update cells set text = iif(id % 2, '+', @line), evidence = @word`,
  `update sources set description = @line`,
  `update package_examples set title = @word || id`,
  `update packages set slug = @package where slug = 'celery'`,
  `update grids set slug = @grid where slug = 'workers-queues-tasks'`,
  `update categories set slug = @category where slug = 'apps'`,
];

/** Fills the database of a running site with external texts of one kind. */
export function fillWith({ word, version, line }: Texts, databasePath: string): void {
  const database = new Sqlite(databasePath);
  const values = { word, version, line, slug: WORD.slice(0, 60), ...slugs };
  database.transaction(() => {
    for (const sql of statements) database.prepare(sql).run(values);
  })();
  database.close();
}

const { package: one, other, grid, category } = slugs;

/** A page of each kind. */
export const outsidePages = [
  '/',
  '/categories/',
  `/categories/${category}/`,
  '/packages/',
  `/packages/?q=${WORD}`,
  '/packages/latest/',
  '/packages/liked/',
  '/packages/trending/',
  `/packages/p/${one}/`,
  `/packages/p/${other}/`,
  '/packages/p/django-private-chat/',
  `/packages/p/${one}/score/`,
  '/grids/',
  `/grids/g/${grid}/`,
  `/grids/g/${grid}/?layout=rows&evidence=1&whole=1`,
  `/grids/g/${grid}/?layout=columns&whole=1&pin=${one}`,
  `/grids/g/${grid}/packages/`,
  `/grids/g/${grid}/timesheet/`,
  '/compare/',
  `/compare/?package=${one}&more=1`,
  `/compare/${one},${other}/`,
  `/compare/${one},${other},huey,django-rq/?evidence=1&whole=1`,
  `/compare/${WORD}${WORD},${one},${other}/`,
  '/search/?q=django',
  `/search/?q=${WORD}${WORD}`,
  '/readiness/',
  '/readiness/django/5.2/',
  '/open/',
  '/scoring/',
  '/feeds/',
  '/about/',
  '/dumps/',
  `/packages/p/${WORD}${WORD}/`,
  `/${WORD}${WORD}/`,
  `/embed/grids/${grid}/`,
];
