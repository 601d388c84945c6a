import type { Tick } from './ticks';

/** Whether this is a checkbox that selects a package for comparison. */
export function isTickBox(target: EventTarget | null): target is HTMLInputElement {
  return isBox(target) && target.form !== null && isOfTicks(target.form);
}

const isBox = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'checkbox' && target.name === 'package';

const isOfTicks = (form: HTMLFormElement) => form.getAttribute('action') === '/compare/';

/** Uses `form.elements`, which avoids searching all cells of a large table. */
function tickBoxes(): HTMLInputElement[] {
  const forms = [...document.forms].filter(isOfTicks);
  return forms.flatMap((form) => [...form.elements].filter(isBox));
}

export function tickOf(box: HTMLInputElement): Tick {
  const slug = box.value;
  const link = box
    .closest('tr, li')
    ?.querySelector(`a[href="/packages/p/${CSS.escape(slug)}/"]`)
    ?.textContent.trim();
  const label = box.ariaLabel?.replace(/^Select /, '');
  return { slug, title: [box.dataset['title'], link, label].find((it) => it) ?? slug };
}

/** Syncs every checkbox with the selection. */
export function markBoxes(ticks: Tick[]): void {
  const slugs = new Set(ticks.map(({ slug }) => slug));
  for (const box of tickBoxes()) box.checked = slugs.has(box.value);
}

/** Whether this is a fresh navigation rather than a reload or return, on which the browser restores checkboxes. */
export function isFresh(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
}

/** Packages that were selected in the HTML, or before the script loaded; not those that the browser restored on return. */
export function firstTicks(): Tick[] {
  if (!isFresh()) return [];
  return tickBoxes()
    .filter((it) => it.checked)
    .map(tickOf);
}
