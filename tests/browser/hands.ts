import type { Locator } from '@playwright/test';

/** The ways to operate a control, each of which must work. */
export interface Hand {
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

/** Maximum difference between the computed number of tab stops and the browser's. */
const MOST_MORE = 20;

/** Presses Tab, or Shift+Tab if the target comes before the focus, until it has the focus, as keyboard users do. */
async function tabTo(target: Locator) {
  const { keyboard } = target.page();
  // Located once: doing so after each key would take longer than everything else.
  const element = await target.elementHandle();
  const stops = await element.evaluate((it) => {
    const all = document.querySelectorAll(
      'a[href], button, input, select, summary, [tabindex="0"]',
    );
    const seen = [...all].filter((one) => one.checkVisibility());
    return seen.indexOf(it) - seen.findIndex((one) => one === document.activeElement);
  });
  const key = stops < 0 ? 'Shift+Tab' : 'Tab';
  for (let pressed = 0; pressed < Math.abs(stops) - 2; pressed++) await keyboard.press(key);
  for (let pressed = 0; pressed < MOST_MORE; pressed++) {
    if (await element.evaluate((it) => it === document.activeElement)) return;
    await keyboard.press(key);
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

export const hands = { mouse, keyboard };
