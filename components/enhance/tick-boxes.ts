import type { Tick } from './ticks';

const BOXES = 'input[type=checkbox][name=package]';

/** A box that ticks a package for comparison. */
export function isTickBox(it: EventTarget | null): it is HTMLInputElement {
  return (
    it instanceof HTMLInputElement &&
    it.matches(BOXES) &&
    it.form?.getAttribute('action') === '/compare/'
  );
}

function tickBoxes(): HTMLInputElement[] {
  return [...document.querySelectorAll(BOXES)].filter(isTickBox);
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

/** What the page comes with ticked, or was ticked before this script had come; not what the browser filled in on a return. */
export function firstTicks(): Tick[] {
  const isFresh = performance
    .getEntriesByType('navigation')
    .some((it) => it instanceof PerformanceNavigationTiming && it.type === 'navigate');
  if (!isFresh) return [];
  return tickBoxes()
    .filter((it) => it.checked)
    .map(tickOf);
}
