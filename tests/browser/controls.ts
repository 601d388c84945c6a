import type { Locator, Page } from '@playwright/test';
import { catalogue } from './catalogue';
import { expect } from './fixtures';
import type { Hand } from './hands';
import { METRICS, type ShownTable } from './read-comparison';

interface Control {
  name: string;
  /** The menu that the control is in. */
  menu?: 'Filter' | 'Columns';
  from?: string;
  work: (page: Page, form: Locator, hand: Hand) => Promise<void>;
  /** Checks the table after the change against the one before. */
  result: (shown: ShownTable, usual: ShownTable) => void;
}

export const slugsOf = ({ packages }: ShownTable) => packages.map(({ slug }) => slug);
const rowOf = (table: ShownTable, title: string) =>
  table.rows.find((row) => row.title === title)?.cells ?? [];
const wordsOf = (table: ShownTable, title: string) => rowOf(table, title).map(({ words }) => words);

/** The packages whose cell in a row of the unfiltered table passes a test. */
function packagesWhere(usual: ShownTable, title: string, passes: (words: string) => boolean) {
  const words = wordsOf(usual, title);
  return slugsOf(usual).filter((_, place) => passes(words[place] ?? ''));
}

/** Whether a list of versions and ranges, such as `4.2, 5.0–5.2`, has a version. */
function covers(words: string, version: string): boolean {
  const order = (text: string) => Number(text.split('.')[0]) * 100 + Number(text.split('.')[1]);
  return words.split(', ').some((part) => {
    const [first = '', last = first] = part.split('–');
    return order(version) >= order(first) && order(version) <= order(last);
  });
}

const select = (
  label: string,
  value: string,
  result: Control['result'],
  menu?: Control['menu'],
): Control => ({
  name: `${label}: ${value}`,
  ...(menu && { menu }),
  work: (_page, form, hand) =>
    hand.choose(form.getByRole('combobox', { name: label, exact: true }), value),
  result,
});

const known = (words: string) => words !== 'unknown';
export const starsOf = (table: ShownTable) =>
  rowOf(table, 'Stars').flatMap((it) =>
    it.isUnknown ? [] : Number(it.exact ?? it.words.replaceAll(',', '')),
  );
export const falling = (numbers: number[]) => numbers.toSorted((a, b) => b - a);
export const byTitle = (table: ShownTable) =>
  table.packages.map(({ title }) => title.toLowerCase());

export const controls: Control[] = [
  select(
    'Status',
    '5',
    (shown, usual) => {
      const passing = packagesWhere(usual, 'Development status', (words) =>
        words.includes('Production'),
      );
      expect(slugsOf(shown)).toEqual(passing);
    },
    'Filter',
  ),
  select(
    'Django',
    '5.2',
    (shown, usual) => {
      const passing = packagesWhere(usual, 'Django', (words) => covers(words, '5.2'));
      expect(slugsOf(shown)).toEqual(passing);
    },
    'Filter',
  ),
  select(
    'Python',
    '3.12',
    (shown, usual) => {
      const passing = packagesWhere(usual, 'Python', (words) => covers(words, '3.12'));
      expect(slugsOf(shown)).toEqual(passing);
    },
    'Filter',
  ),
  select(
    'Licence',
    'MIT',
    (shown, usual) => {
      expect(slugsOf(shown)).toEqual(packagesWhere(usual, 'Licence', (words) => words === 'MIT'));
    },
    'Filter',
  ),
  select('Sort by', '-repo_watchers', (shown, usual) => {
    expect(starsOf(shown)).toEqual(falling(starsOf(usual)));
    expect(shown.rows.find(({ title }) => title === 'Stars')?.sorted).toBe('descending');
  }),
  select(
    'Layout',
    'columns',
    (shown, usual) => {
      expect(usual.layout).toBe('rows');
      expect(shown.layout).toBe('columns');
      expect(shown.rows.map(({ cells }) => cells)).toEqual(usual.rows.map(({ cells }) => cells));
    },
    'Columns',
  ),
  {
    name: 'words',
    menu: 'Filter',
    work: (_page, form, hand) =>
      hand.type(form.getByLabel('Filter by name or description'), 'celery'),
    result: (shown) => {
      const holds = ({
        title,
        repo_description: words,
      }: {
        title: string;
        repo_description: string;
      }) => `${title} ${words}`.toLowerCase().includes('celery');
      const members =
        catalogue.grids.find(({ slug }) => slug === 'workers-queues-tasks')?.packages ?? [];
      const passing = catalogue.packages.filter((it) => members.includes(it.slug) && holds(it));
      expect(slugsOf(shown).toSorted()).toEqual(passing.map(({ slug }) => slug).sort());
    },
  },
  {
    name: 'maintained',
    menu: 'Filter',
    work: (_page, form, hand) => hand.tick(form.getByLabel(/^Maintained/)),
    result: (shown, usual) => {
      expect(shown.packages.length).toBeLessThan(usual.packages.length);
      // In the last year: ages are in months up to there.
      const recent = /^(today|yesterday|\d+ (days|weeks) ago|([2-9]|1[01]) months ago)$/;
      expect(wordsOf(shown, 'Last commit').filter((words) => !recent.test(words))).toEqual([]);
    },
  },
  {
    name: 'must have',
    menu: 'Filter',
    work: async (_page, form, hand) => {
      const features = form.getByRole('group', { name: 'Required features' });
      await hand.tick(features.getByLabel(/Retries \(\d+\)/));
    },
    result: (shown, usual) => {
      const passing = packagesWhere(
        usual,
        'Retries',
        (words) => known(words) && !/^no(,|$)/.test(words),
      );
      expect(slugsOf(shown)).toEqual(passing);
      expect(passing.length).toBeLessThan(usual.packages.length);
    },
  },
  {
    name: 'show only',
    menu: 'Columns',
    work: async (_page, form, hand) => {
      const facts = form.getByRole('group', { name: 'Choose facts' });
      await hand.tick(facts.getByLabel('Stars', { exact: true }));
      await hand.tick(facts.getByLabel('Retries', { exact: true }));
    },
    result: (shown, usual) => {
      expect(shown.rows.map(({ title }) => title)).toEqual(['Stars', 'Retries']);
      expect(slugsOf(shown)).toEqual(slugsOf(usual));
    },
  },
  {
    name: 'only differences',
    from: '?maintained=1&show=licence,repo_watchers,usage_count,django',
    work: (_page, form, hand) => hand.tick(form.getByLabel('Only differences')),
    result: (shown, usual) => {
      const differing = usual.rows.filter(
        ({ cells }) => new Set(cells.map(({ text }) => text)).size > 1,
      );
      expect(shown.rows.map(({ title }) => title)).toEqual(differing.map(({ title }) => title));
    },
  },
  {
    name: 'sources',
    menu: 'Columns',
    work: (_page, form, hand) => hand.tick(form.getByLabel('Show sources')),
    result: (shown, usual) => {
      const sources = ({ rows }: ShownTable) =>
        rows.slice(METRICS).flatMap(({ cells }) => cells.flatMap(({ remarks }) => remarks));
      expect(sources(usual)).toEqual([]);
      expect(sources(shown).length).toBeGreaterThan(50);
    },
  },
];
