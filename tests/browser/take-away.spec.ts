import type { APIRequestContext } from '@playwright/test';
import { joinRanges } from '@/lib/package/version-ranges';
import { compareLink } from '@/lib/comparison/selection';
import { readCsv } from '@/tests/tools/read-csv';
import { readMarkdownTable } from '@/tests/tools/read-markdown-table';
import { catalogue } from './catalogue';
import { expectedNotes, isOwnRow } from './expected-notes';
import { expect, test } from './fixtures';
import { METRICS, readTable, readTableOf, spoken, type ShownCell } from './read-comparison';
import { readDocument } from './read-document';
import { takenDocument, textOf, type TakenValue } from './taken-document';

test.use({ javaScriptEnabled: false });

const ofWhen = /^(?:in|as of) (\d{4})$/;

/** A value as the page shows it, in the format of its JSON; from the markup of the page alone. */
function shownAs(cell: ShownCell, kind: TakenValue['kind']): string | null {
  if (cell.isUnknown) return null;
  const note = cell.remarks.find((remark) => !ofWhen.test(remark));
  switch (kind) {
    case 'count':
    case 'rank':
      return cell.exact ?? cell.words.replace(/^#/, '').replaceAll(',', '');
    case 'age':
      return `${cell.datetime ?? ''}${note === undefined ? '' : ` (${note})`}`;
    case 'weeks':
      return cell.words.replace(/ commits?(, peak [\d,]+ a week)?$/, '').replaceAll(',', '');
    case 'link':
      return cell.href ?? '';
    default:
      return cell.words;
  }
}

const DAY = 86_400_000;

/** The month that the page must show for a figure over a year old; within days of a year both are allowed. */
function monthOf({ value, as_of }: TakenValue, shown: string | undefined): string | undefined {
  if (value === null || as_of === null) return undefined;
  const days = (Date.now() - Date.parse(as_of)) / DAY;
  if (days < 364 || (days < 367 && shown === undefined)) return undefined;
  return nameMonth(as_of);
}

const nameMonth = (day: string) =>
  new Date(day).toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The year that the page must show beside a figure: it is old, and its heading has not the month. */
function yearOf(it: TakenValue, shown: string | undefined, heading: string | undefined) {
  const month = monthOf(it, shown);
  if (heading === undefined) return month?.slice(-4);
  if (it.value === null || it.as_of === null) return undefined;
  return nameMonth(it.as_of) === heading ? undefined : it.as_of.slice(0, 4);
}

const yearIn = (cell: ShownCell | undefined) =>
  cell?.remarks.flatMap((remark) => ofWhen.exec(remark)?.[1] ?? [])[0];

/** What the page shows for a value, and what it should show by the JSON: the value, then the small print after it. */
function pageSays(cell: ShownCell | undefined, { kind }: TakenValue) {
  const year = yearIn(cell);
  return [
    cell && shownAs(cell, kind),
    kind === 'cell' ? cell?.remarks : year === undefined ? [] : [year],
  ];
}

function pageShouldSay(
  it: TakenValue,
  cell: ShownCell | undefined,
  heading: string | undefined,
  hasEvidence: boolean,
) {
  if (it.kind === 'cell') {
    const answers = answersOf(it);
    const words = answers.map(({ text }) => spoken(text)).join('\n');
    const small = answers.flatMap(({ grid, evidence }) => [
      grid === undefined ? [] : `in ${grid.title}`,
      hasEvidence && evidence ? evidence.text : [],
    ]);
    return [it.value === null ? null : words, small.flat()];
  }
  const said = it.kind === 'list' && it.value ? joinRanges(it.value).join(', ') : undefined;
  return [said || it.text, [yearOf(it, yearIn(cell), heading) ?? []].flat()];
}

/** A feature's value; for grids that disagree, one value per grid. */
function answersOf(it: Extract<TakenValue, { kind: 'cell' }>) {
  if (it.value === null) return [];
  return it.answers ?? [{ text: it.value, evidence: it.evidence ?? undefined, grid: undefined }];
}

function evidenceOf(it: TakenValue) {
  return it.kind === 'cell' ? answersOf(it).flatMap(({ evidence }) => evidence ?? []) : [];
}

/** A value in a file; for a release without a date, its number. */
function plainText(it: TakenValue): string {
  return it.text ?? (it.kind === 'age' && it.note !== null ? `(${it.note})` : '');
}

/** The rows of the CSV for one metric: values, their dates and, if the page shows them, sources. */
function sheetRows(label: string, values: TakenValue[], hasEvidence: boolean): string[][] {
  const days = values.map(({ value, as_of }) => (value === null ? '' : (as_of ?? '')));
  const sources = values.map((it) =>
    evidenceOf(it)
      .map(({ text, href }) => (href === undefined ? text : `${text} (${href})`))
      .join('; '),
  );
  const more = [
    [`${label}: as of`, ...days],
    [`${label}: source`, ...(hasEvidence ? sources : [])],
  ];
  return [
    [label, ...values.map(plainText)],
    ...more.filter((row) => row.slice(1).some((text) => text !== '')),
  ];
}

/** A cell of the Markdown table: the value, the month of an old figure, and its source. */
function markdownCell(it: TakenValue, shown: ShownCell | undefined, hasEvidence: boolean): string {
  const text = plainText(it).replace(/\s*\n\s*/g, ' ') || '–';
  const month = it.kind === 'cell' ? undefined : monthOf(it, yearIn(shown));
  const sources = hasEvidence ? evidenceOf(it) : [];
  const links = sources.map(({ text: name, href }) =>
    href === undefined ? ` (${name})` : ` ([${name}](<${href}>))`,
  );
  return text + (month === undefined ? '' : ` (as of ${month})`) + links.join('');
}

/** Reads a comparison as page, JSON, CSV and Markdown; each must have the content of the one before. */
async function expectSame(request: APIRequestContext, path: string, query = '') {
  const take = async (format: string) =>
    (await request.get(`${path}table.${format}${query}`)).text();
  const { document } = await readDocument(request, `${path}${query}`);
  const shown = readTableOf(document);
  const taken = takenDocument.parse(JSON.parse(await take('json')));
  const facts = taken.groups.flatMap(({ title, facts: own }) =>
    own.map((it) => ({ ...it, group: title })),
  );

  expect(taken.packages.map(({ slug, title }) => ({ slug, title }))).toEqual(shown.packages);
  const own = facts.filter((it) => isOwnRow(it, facts));
  expect(own.map(({ group, label }) => [group, label])).toEqual(
    shown.rows.map((it) => [it.group, it.title]),
  );
  for (const fact of facts) {
    const { label, values } = fact;
    expect(values.map((it) => it.package)).toEqual(shown.packages.map(({ slug }) => slug));
    expect(values.map(({ text }) => text)).toEqual(values.map(textOf));
    const row = own.indexOf(fact);
    if (row < 0) continue;
    const cells = shown.rows[row]?.cells ?? [];
    expect(
      cells.map(({ notes }) => notes),
      label,
    ).toEqual(expectedNotes(fact, facts));
    const hasEvidence = query.includes('evidence');
    expect(
      values.map((it, column) => pageSays(cells[column], it)),
      label,
    ).toEqual(
      values.map((it, column) =>
        pageShouldSay(it, cells[column], shown.rows[row]?.month, hasEvidence),
      ),
    );
  }

  const isAlone = (label: string) => facts.filter((it) => it.label === label).length === 1;
  const nameOf = ({ key, label, group, grids }: (typeof facts)[number]) => {
    if (grids) return `${label} (${grids.map(({ title }) => title).join(', ')})`;
    return /^f\d+$/.test(key) && !isAlone(label) ? `${label} (${group})` : label;
  };
  const hasEvidence = query.includes('evidence');
  const head = ['Package', ...shown.packages.map(({ title }) => title)];
  const rows = facts.flatMap((it) => sheetRows(nameOf(it), it.values, hasEvidence));
  const unguarded = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, '');
  const sheet = await take('csv');
  expect(sheet.startsWith('\ufeff')).toBe(true);
  expect(readCsv(sheet.slice(1)).map((row) => row.map(unguarded))).toEqual([head, ...rows]);
  const lines = facts.map((it) => [
    nameOf(it),
    ...it.values.map((value, column) =>
      markdownCell(value, shown.rows[own.indexOf(it)]?.cells[column], hasEvidence),
    ),
  ]);
  const names = readCsv(sheet.slice(1)).map(([name]) => name);
  expect(new Set(names).size, 'rows with the same name').toBe(names.length);
  expect(readMarkdownTable(await take('md'))).toEqual([head, ...lines]);
  expect(own.map((it) => it.grids?.map(({ title }) => title) ?? [])).toEqual(
    shown.rows.map(({ grids }) => grids),
  );
  expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
  return { shown, facts };
}

const BATCH = 4;
for (let from = 0; from < catalogue.grids.length; from += BATCH) {
  const grids = catalogue.grids.slice(from, from + BATCH);
  test(`the files of grids ${from + 1} to ${from + grids.length} contain what their pages show`, async ({
    request,
  }) => {
    for (const { slug, packages, features, elements } of grids) {
      const { shown, facts } = await expectSame(request, `/grids/g/${slug}/`);
      expect(shown.packages.map((it) => it.slug).sort(), slug).toEqual(packages.toSorted());
      const own = features.filter(({ metric }) => metric === null);
      expect(shown.rows, slug).toHaveLength(METRICS + own.length);
      const filled = facts.flatMap(({ values }) =>
        values.filter((it) => it.kind === 'cell' && it.value !== null),
      );
      expect(filled, slug).toHaveLength(elements.length);
    }
  });
}

const states = [
  {
    slug: 'workers-queues-tasks',
    query: 'maintained=1&sort=-repo_watchers&diff=1',
    layout: 'rows',
  },
  { slug: 'websockets', query: 'status=5&sort=title&layout=rows&evidence=1', layout: 'rows' },
  {
    slug: 'authentication',
    query: 'q=auth&sort=last_release&python=3&density=compact&layout=columns',
    layout: 'columns',
  },
];

test('the files have the packages, rows and order of their query', async ({ request }) => {
  for (const { slug, query, layout } of states) {
    const path = `/grids/g/${slug}/`;
    const whole = await expectSame(request, path);
    const features = whole.facts.filter(({ key }) => /^f\d+$/.test(key)).map(({ key }) => key);
    const show = ['last_release', 'repo_watchers', 'licence', ...features.slice(0, 3)];
    const state = `?${query}&show=${show.join(',')}`;
    const { shown } = await expectSame(request, path, state);
    expect(shown.layout).toBe(layout);
    expect(shown.packages.length, state).toBeLessThan(whole.shown.packages.length);
    expect(shown.rows.length, state).toBeGreaterThan(1);
    expect(shown.rows.length, state).toBeLessThanOrEqual(show.length);
  }
});

test('the files of packages from two grids contain what their page shows', async ({ request }) => {
  const path = compareLink(['celery', 'django-rq', 'channels', 'daphne']);
  const { shown } = await expectSame(request, path);
  expect(new Set(shown.rows.map(({ group }) => group)).size).toBeGreaterThan(4);
  await expectSame(request, path, '?sort=-repo_watchers&diff=1&evidence=1');
  await expectSame(request, path, '?layout=rows&show=last_release,python,licence');
});

test('files are named after their content', async ({ request }) => {
  for (const [path, name] of [
    ['/grids/g/workers-queues-tasks/', 'workers-queues-tasks'],
    ['/compare/celery,huey/', 'celery-vs-huey'],
    ['/compare/celery,django-q,huey,zulip/', 'celery-vs-django-q-vs-huey-and-1-more'],
  ] as const) {
    for (const format of ['csv', 'json', 'md']) {
      const answer = await request.get(`${path}table.${format}`);
      expect(answer.headers()['content-disposition']).toBe(
        `inline; filename="${name}.${format}"; filename*=UTF-8''${name}.${format}`,
      );
    }
  }
});

test('a feature of several grids is one row, which links each of them', async ({ page }) => {
  await page.goto('/compare/celery,django-q/');
  const { rows } = await readTable(page);
  const features = rows.slice(METRICS);
  const titles = features.map(({ title }) => title.toLowerCase());
  expect(new Set(titles).size).toBe(titles.length);
  const retries = features.find(({ title }) => title === 'Retries');
  expect(retries?.group).toBe('In several grids: what can it do?');
  expect(retries?.grids).toEqual(['Django Q vs Celery', 'Workers, Queues, and Tasks']);
  await page.locator('.whole').getByRole('link', { name: 'Django Q vs Celery' }).first().click();
  await expect(page).toHaveURL('/grids/g/djq_vs_celery/');
});
