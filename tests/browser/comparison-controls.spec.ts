import { byTitle, controls, falling, slugsOf, starsOf } from './controls';
import { expect, test } from './fixtures';
import { hands } from './hands';
import { readTable, type ShownTable } from './read-comparison';

const GRID = '/grids/g/workers-queues-tasks/';

/** A list, a text, a checkbox, and checkboxes that are folded away. */
const ofEachKind = ['Django: 5.2', 'words', 'maintained', 'must have'];

for (const javaScriptEnabled of [false, true]) {
  for (const [name, hand] of Object.entries(hands)) {
    const scripts = javaScriptEnabled ? 'with' : 'without';
    test.describe(`by ${name}, ${scripts} scripts,`, () => {
      test.use({ javaScriptEnabled });

      // Each control is tried by each input method, and with and without scripts, but not in all four combinations.
      const isEachControl = javaScriptEnabled === (name === 'keyboard');
      const some = isEachControl ? controls : controls.filter((it) => ofEachKind.includes(it.name));
      const which = isEachControl ? 'each control' : 'a control of each kind';
      test(`${which} of the form changes the table`, async ({ page }) => {
        test.slow();
        const tables = new Map<string, ShownTable>();
        for (const { name: control, menu, from = '', work, result } of some) {
          await page.goto(GRID + from);
          const usual = tables.get(from) ?? (await readTable(page));
          tables.set(from, usual);
          const form = page.getByRole('form', { name: 'Comparison settings' });
          if (menu) await hand.press(form.getByText(menu, { exact: true }));
          await work(page, form, hand);
          // With scripts a change applies at once; a text when it is left.
          if (javaScriptEnabled) await page.keyboard.press('Tab');
          else await hand.press(form.getByRole('button', { name: 'Apply' }));
          await expect(page, control).toHaveURL(javaScriptEnabled ? /\?/ : /[?&]q=/);
          if (javaScriptEnabled) expect(page.url(), control).not.toMatch(/=(&|$)/);
          await expect(page.locator('.whole .comparison')).toBeVisible();
          result(await readTable(page), usual);
        }
      });

      test('compact view, sort links and reset change the table', async ({ page }) => {
        await page.goto(GRID);
        const usual = await readTable(page);
        const form = page.getByRole('form', { name: 'Comparison settings' });
        const table = page.locator('.whole .comparison table');
        const area = () => table.evaluate((it) => it.scrollWidth * it.scrollHeight);
        const before = await area();
        const apply = async () => {
          if (!javaScriptEnabled) await hand.press(form.getByRole('button', { name: 'Apply' }));
        };
        await hand.press(form.getByText('Columns', { exact: true }));
        await hand.tick(form.getByLabel('Compact'));
        await apply();
        await expect(page.locator('.whole .comparison')).toHaveAttribute('data-density', 'compact');
        expect(await area()).toBeLessThan(before * 0.9);

        const sortBy = async (label: string) => {
          const region = page.locator('.whole .comparison');
          const link = region.getByRole('link', { name: label, exact: true });
          // With scripts, the table is one tab stop, and arrow keys move in it.
          if (name !== 'keyboard' || !javaScriptEnabled) return hand.press(link);
          const named = page.getByRole('link', { name: label, exact: true });
          const head = region.locator('thead th').filter({ has: named });
          await region.focus();
          await page.keyboard.press('ArrowDown');
          await page.keyboard.press('Control+Home');
          const steps = await head.evaluate((it: HTMLTableCellElement) => it.cellIndex);
          for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight');
          await expect(head).toBeFocused();
          await page.keyboard.press('Enter');
        };
        for (const order of ['descending', 'ascending'] as const) {
          await sortBy('Stars');
          await expect(page.locator('.whole th[aria-sort]')).toContainText('Stars');
          await expect(page.locator('.whole th[aria-sort]')).toHaveAttribute('aria-sort', order);
          const stars = starsOf(await readTable(page));
          expect(order === 'descending' ? stars : stars.toReversed()).toEqual(falling(stars));
        }
        await sortBy('Package');
        await expect(page.locator('.whole th[aria-sort]')).toHaveText('Package');
        const titles = byTitle(await readTable(page));
        expect(titles).toEqual(titles.toSorted());

        await hand.press(form.getByText('Filter', { exact: true }));
        await hand.tick(form.getByLabel(/^Maintained/));
        await apply();
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

test('each filter finds as many packages as it announces', async ({ page, request }) => {
  for (const from of ['?status=', '?maintained=1&licence=MIT&q=']) {
    await page.goto(GRID + from);
    const form = page.getByRole('form', { name: 'Comparison settings' });
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
    const left = choices.values();
    const askEach = async () => {
      for (const { name, value, count } of left) {
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
    };
    await Promise.all([askEach(), askEach(), askEach(), askEach()]);
  }
});
