import { catalogue } from './catalogue';
import { expect, test } from './fixtures';
import { METRICS, readTableOf, spoken } from './read-comparison';
import { elementIn, readDocument } from './read-document';

const NO_GRID = 'These packages share no grid';

/** The grids with two or more of these packages, those with most of them first, as the comparison should list them. */
function sectionsOf(slugs: string[]) {
  return catalogue.grids
    .map((grid) => ({ grid, held: slugs.filter((slug) => grid.packages.includes(slug)).length }))
    .filter(({ grid, held }) => held > 1 && grid.features.length > 0)
    .sort((a, b) => b.held - a.held || (a.grid.title < b.grid.title ? -1 : 1))
    .map(({ grid }) => grid);
}

/** Whether a feature is a row: one that repeats a metric is a note in the metric's row. */
const isOwn = ({ metric }: { metric: string | null }) => metric === null;

/** The rows of features: first those of several grids, each once, then those of a single grid. */
function expectedRows(grids: ReturnType<typeof sectionsOf>, slugs: string[]) {
  const titles = grids.flatMap((grid) => grid.features.filter(isOwn).map(({ title }) => title));
  const shared = new Set(titles.filter((title, place) => titles.indexOf(title) !== place));
  const cellsOf = (grid: (typeof grids)[number], title: string) => {
    const feature = grid.features.find((it) => it.title === title)?.id;
    return slugs.map(
      (slug) => grid.elements.find((it) => it.feature === feature && it.package === slug)?.text,
    );
  };
  const inSeveral = [...new Set(titles)]
    .filter((title) => shared.has(title))
    .map((title) => {
      const those = grids.filter(({ features }) => features.some((it) => it.title === title));
      const columns = those.map((grid) => cellsOf(grid, title));
      return {
        group: 'In several grids: what can it do?',
        href: undefined,
        title,
        grids: those.map((grid) => grid.title),
        cells: slugs.map((_, place) =>
          spoken(columns.map((it) => it[place]).find((it) => it !== undefined)),
        ),
      };
    });
  const inOne = grids.flatMap((grid) =>
    grid.features
      .filter((it) => isOwn(it) && !shared.has(it.title))
      .map(({ title }) => ({
        group: `${grid.title}: what can it do?`,
        href: `/grids/g/${grid.slug}/`,
        title,
        grids: [],
        cells: cellsOf(grid, title).map(spoken),
      })),
  );
  return [...inSeveral, ...inOne];
}

test('a feature of several grids has one row, and each grid has a section with its other features', async ({
  request,
}) => {
  for (const slugs of [
    ['celery', 'huey'],
    ['celery', 'django-celery-beat', 'django-q2', 'django-apscheduler', 'zulip'],
    ['django-private-chat', 'django_private_chat2', 'celery', 'django-q'],
  ]) {
    const path = `/compare/${slugs.toSorted().join(',')}/`;
    const { document } = await readDocument(request, path);
    const { rows, packages } = readTableOf(document);
    const grids = sectionsOf(slugs);
    const expected = expectedRows(
      grids,
      packages.map(({ slug }) => slug),
    );
    expect(grids.length).toBeGreaterThan(0);
    expect(
      rows.slice(METRICS).map(({ group, groupHref: href, title, grids: named, cells }) => ({
        group,
        href,
        title,
        grids: named,
        cells: cells.map((it) => it.text),
      })),
    ).toEqual(expected);
    expect(rows).toHaveLength(METRICS + expected.length);
    expect(elementIn(document, 'main').textContent).not.toContain(NO_GRID);
  }
});

test('packages that share no grid are compared by metrics, and the page says why', async ({
  request,
}) => {
  expect(sectionsOf(['celery', 'zulip'])).toEqual([]);
  const { document } = await readDocument(request, '/compare/celery,zulip/');
  expect(elementIn(document, 'main').textContent).toContain(NO_GRID);
  const { rows } = readTableOf(document);
  expect(rows).toHaveLength(METRICS);
  expect(rows.filter(({ groupHref }) => groupHref !== undefined)).toEqual([]);
});
