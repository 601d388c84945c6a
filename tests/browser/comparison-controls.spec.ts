import type { Locator, Page } from '@playwright/test';
import { catalogue } from './catalogue';
import { expect, test } from './fixtures';
import { METRICS, readTable, type ShownTable } from './read-comparison';

const GRID = '/grids/g/workers-queues-tasks/';

/** The ways to work a control: each must do. */
interface Hand {
  press: (target: Locator) => Promise<void>;
  tick: (target: Locator) => Promise<void>;
  choose: (target: Locator, value: string) => Promise<void>;
  type: (target: Locator, text: string) => Promise<void>;
}

const mouse: Hand = {
  press: (target) => target.click(),
  tick: (target) => target.click(),
  choose: async (target, value) => {
    await target.selectOption(value);
  },
  type: async (target, text) => {
    await target.click();
    await target.fill(text);
  },
};

const MOST_TABS = 150;

/** Goes on with the Tab key until the target has the focus, as somebody without a mouse does. */
async function tabTo(target: Locator) {
  const { keyboard } = target.page();
  // Found once, since to find it again after each key takes longer than all else.
  const element = await target.elementHandle();
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await element.evaluate((it) => it === document.activeElement)) return;
    await keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${String(target)}.`);
}

const keyboard: Hand = {
  press: async (target) => {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  tick: async (target) => {
    await tabTo(target);
    await target.page().keyboard.press('Space');
  },
  choose: async (target, value) => {
    await tabTo(target);
    await target.page().keyboard.press('Home');
    const places = await target
      .locator('option')
      .evaluateAll((all) => all.map((it) => it.getAttribute('value')));
    for (let place = 0; place < places.indexOf(value); place++)
      await target.page().keyboard.press('ArrowDown');
  },
  type: async (target, text) => {
    await tabTo(target);
    await target.page().keyboard.type(text);
  },
};

interface Control {
  name: string;
  from?: string;
  work: (page: Page, form: Locator, hand: Hand) => Promise<void>;
  /** What the table must be afterwards, by what it was before. */
  result: (shown: ShownTable, usual: ShownTable) => void;
}

const slugsOf = ({ packages }: ShownTable) => packages.map(({ slug }) => slug);
const rowOf = (table: ShownTable, title: string) =>
  table.rows.find((row) => row.title === title)?.cells ?? [];
const wordsOf = (table: ShownTable, title: string) => rowOf(table, title).map(({ words }) => words);

/** The packages whose cell of a row, in the unfiltered table, passes. */
function packagesWhere(usual: ShownTable, title: string, passes: (words: string) => boolean) {
  const words = wordsOf(usual, title);
  return slugsOf(usual).filter((_, place) => passes(words[place] ?? ''));
}

const select = (label: string, value: string, result: Control['result']): Control => ({
  name: `${label}: ${value}`,
  work: (_page, form, hand) =>
    hand.choose(form.getByRole('combobox', { name: label, exact: true }), value),
  result,
});

const known = (words: string) => words !== 'unknown';
const starsOf = (table: ShownTable) =>
  rowOf(table, 'Stars').flatMap((it) =>
    it.isUnknown ? [] : Number(it.exact ?? it.words.replaceAll(',', '')),
  );
const falling = (numbers: number[]) => numbers.toSorted((a, b) => b - a);
const byTitle = (table: ShownTable) => table.packages.map(({ title }) => title.toLowerCase());

const controls: Control[] = [
  select('Status', '5', (shown, usual) => {
    const passing = packagesWhere(usual, 'Development status', (words) =>
      words.includes('Production'),
    );
    expect(slugsOf(shown)).toEqual(passing);
  }),
  select('Django', '5.2', (shown, usual) => {
    const passing = packagesWhere(usual, 'Django', (words) => words.split(', ').includes('5.2'));
    expect(slugsOf(shown)).toEqual(passing);
  }),
  select('Python', '3.12', (shown, usual) => {
    const passing = packagesWhere(usual, 'Python', (words) => words.split(', ').includes('3.12'));
    expect(slugsOf(shown)).toEqual(passing);
  }),
  select('Licence', 'MIT', (shown, usual) => {
    expect(slugsOf(shown)).toEqual(packagesWhere(usual, 'Licence', (words) => words === 'MIT'));
  }),
  select('Order', '-repo_watchers', (shown, usual) => {
    expect(starsOf(shown)).toEqual(falling(starsOf(usual)));
    expect(shown.rows.find(({ title }) => title === 'Stars')?.sorted).toBe('descending');
  }),
  select('Packages go', 'columns', (shown, usual) => {
    expect(usual.layout).toBe('rows');
    expect(shown.layout).toBe('columns');
    expect(shown.rows.map(({ cells }) => cells)).toEqual(usual.rows.map(({ cells }) => cells));
  }),
  {
    name: 'words',
    work: (_page, form, hand) =>
      hand.type(form.getByLabel('Words in name or description'), 'celery'),
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
    work: (_page, form, hand) => hand.tick(form.getByLabel(/^Maintained/)),
    result: (shown, usual) => {
      expect(shown.packages.length).toBeLessThan(usual.packages.length);
      // In the last year, or so long ago that its months are named.
      const recent = /^(today|yesterday|\d+ (days|weeks) ago|([2-9]|1[01]) months ago)$/;
      expect(wordsOf(shown, 'Last commit').filter((words) => !recent.test(words))).toEqual([]);
    },
  },
  {
    name: 'must have',
    work: async (_page, form, hand) => {
      await hand.press(form.getByText('Must have'));
      await hand.tick(form.getByRole('group', { name: 'Must have' }).getByLabel(/Retries \(\d+\)/));
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
    work: async (_page, form, hand) => {
      await hand.press(form.getByText('Show only these rows'));
      const rows = form.getByRole('group', { name: 'Show only these rows' });
      await hand.tick(rows.getByLabel('Stars', { exact: true }));
      await hand.tick(rows.getByLabel('Retries', { exact: true }));
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
    work: (_page, form, hand) => hand.tick(form.getByLabel('Sources of the cells')),
    result: (shown, usual) => {
      const sources = ({ rows }: ShownTable) =>
        rows.slice(METRICS).flatMap(({ cells }) => cells.flatMap(({ remarks }) => remarks));
      expect(sources(usual)).toEqual([]);
      expect(sources(shown).length).toBeGreaterThan(50);
    },
  },
];

for (const javaScriptEnabled of [false, true]) {
  for (const [name, hand] of Object.entries({ mouse, keyboard })) {
    const scripts = javaScriptEnabled ? 'with' : 'without';
    test.describe(`by ${name}, ${scripts} scripts,`, () => {
      test.use({ javaScriptEnabled });

      test('each control of the form changes the table', async ({ page }) => {
        test.slow();
        for (const { name: control, from = '', work, result } of controls) {
          await page.goto(GRID + from);
          const usual = await readTable(page);
          const form = page.getByRole('form', { name: 'What this comparison shows' });
          await work(page, form, hand);
          await hand.press(form.getByRole('button', { name: 'Apply' }));
          await expect(page, control).toHaveURL(/[?&]q=/);
          result(await readTable(page), usual);
        }
      });

      test('compact, sort links and the way back change the table', async ({ page }) => {
        await page.goto(GRID);
        const usual = await readTable(page);
        const form = page.getByRole('form', { name: 'What this comparison shows' });
        const table = page.locator('.whole .comparison table');
        const area = () => table.evaluate((it) => it.scrollWidth * it.scrollHeight);
        const before = await area();
        await hand.tick(form.getByLabel('Compact'));
        await hand.press(form.getByRole('button', { name: 'Apply' }));
        await expect(page.locator('.whole .comparison')).toHaveAttribute('data-density', 'compact');
        expect(await area()).toBeLessThan(before * 0.9);

        const sortBy = (label: string) =>
          page.locator('.whole .comparison').getByRole('link', { name: label, exact: true });
        for (const order of ['descending', 'ascending'] as const) {
          await hand.press(sortBy('Stars'));
          await expect(page.locator('.whole th[aria-sort]')).toHaveText('Stars');
          await expect(page.locator('.whole th[aria-sort]')).toHaveAttribute('aria-sort', order);
          const stars = starsOf(await readTable(page));
          expect(order === 'descending' ? stars : stars.toReversed()).toEqual(falling(stars));
        }
        await hand.press(sortBy('Package'));
        await expect(page.locator('.whole th[aria-sort]')).toHaveText('Package');
        const titles = byTitle(await readTable(page));
        expect(titles).toEqual(titles.toSorted());

        await hand.tick(form.getByLabel(/^Maintained/));
        await hand.press(form.getByRole('button', { name: 'Apply' }));
        await expect(page.locator('main p').and(page.getByRole('status'))).toContainText(
          ' of 15 packages',
        );
        await hand.press(page.getByRole('link', { name: 'Clear all filters' }));
        await expect(page.locator('main p').and(page.getByRole('status'))).toContainText(
          '15 packages ·',
        );
        const cleared = await readTable(page);
        expect(slugsOf(cleared).toSorted()).toEqual(slugsOf(usual).toSorted());
        expect(byTitle(cleared)).toEqual(byTitle(cleared).toSorted());
        await expect(page.locator('.whole .comparison')).toHaveAttribute('data-density', 'compact');
      });
    });
  }
}

test('each choice of a filter leaves as many packages as it says', async ({ page, request }) => {
  for (const from of ['?status=', '?maintained=1&licence=MIT&q=']) {
    await page.goto(GRID + from);
    const form = page.getByRole('form', { name: 'What this comparison shows' });
    const choices = await form.locator('select, [type=checkbox]').evaluateAll((fields) =>
      fields.flatMap((field) => {
        const name = field.getAttribute('name') ?? '';
        const options = field.matches('select') ? [...field.querySelectorAll('option')] : [field];
        return options.flatMap((it) => {
          const label = field.matches('select')
            ? it.textContent
            : field.closest('label')?.textContent;
          const count = /\((\d+)\)$/.exec(label?.trim() ?? '')?.[1];
          return count === undefined
            ? []
            : [{ name, value: it.getAttribute('value') ?? '', count: Number(count) }];
        });
      }),
    );
    expect(new Set(choices.map(({ name }) => name))).toEqual(
      new Set(['status', 'django', 'python', 'licence', 'maintained', 'has']),
    );
    for (const { name, value, count } of choices) {
      const state = new URLSearchParams(from);
      state.set(name, value);
      const html = await (await request.get(`${GRID}?${state.toString()}`)).text();
      const heads =
        html
          .split('class="whole"')[1]
          ?.split('</table>')[0]
          ?.match(/<th [^>]*><input/g) ?? [];
      expect(heads.length, `${name}=${value} from ${from}`).toBe(count);
    }
  }
});
