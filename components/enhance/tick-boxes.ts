import type { Tick } from './ticks';

/** A box that ticks a package for comparison. */
export function isTickBox(it: EventTarget | null): it is HTMLInputElement {
  return isBox(it) && it.form !== null && isOfTicks(it.form);
}

const isBox = (it: EventTarget | null): it is HTMLInputElement =>
  it instanceof HTMLInputElement && it.type === 'checkbox' && it.name === 'package';

const isOfTicks = (form: HTMLFormElement) => form.getAttribute('action') === '/compare/';

/** A form knows its fields, which saves a search through all cells of a large table. */
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
  const label = box.ariaLabel?.replace(/^Tick /, '');
  return { slug, title: [box.dataset['title'], link, label].find((it) => it) ?? slug };
}

/** Brings every box in step with the ticks. */
export function markBoxes(ticks: Tick[]): void {
  const slugs = new Set(ticks.map(({ slug }) => slug));
  for (const box of tickBoxes()) box.checked = slugs.has(box.value);
}

/** Whether this page was come to for the first time, and is no return, for which the browser fills in boxes. */
export function isFresh(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
}

/** What the page comes with ticked, or was ticked before this script had come; not what the browser filled in on a return. */
export function firstTicks(): Tick[] {
  if (!isFresh()) return [];
  return tickBoxes()
    .filter((it) => it.checked)
    .map(tickOf);
}
