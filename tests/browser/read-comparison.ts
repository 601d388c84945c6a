import type { Page } from '@playwright/test';
import { readCell } from '@/lib/comparison/cell';
import { metricGroups } from '@/lib/comparison/metrics';
import { elementIn } from './read-document';

export type ShownTable = Awaited<ReturnType<typeof readTable>>;
export type ShownCell = ShownTable['rows'][number]['cells'][number];

/** Number of metric rows, which come before the features that people fill in. */
export const METRICS = metricGroups.flatMap(({ metrics }) => metrics).length;

/** The whole table; with more than two packages, the page has another one for phones. */
const WHOLE = '.whole .comparison table';

/** A comparison as users read it, in either layout; only header cells with a scope count as headers. */
export function readTable(page: Page, at = WHOLE) {
  return page.locator(at).evaluate(tableOf);
}

/** The same for a parsed document, without a browser. */
export const readTableOf = (document: Document, at = WHOLE) => tableOf(elementIn(document, at));

/** Also runs in the browser, so it uses nothing outside of itself. */
function tableOf(table: Element) {
  const text = (element: Element | null | undefined) => element?.textContent.trim() ?? '';
  const isElement = (node: Node): node is Element => node.nodeType === 1;
  const isOut = (node: Node) => isElement(node) && node.matches('small, svg');
  const wordsOf = (node: Node): string =>
    isOut(node)
      ? ''
      : node.nodeName === 'BR'
        ? '\n'
        : node.nodeType === 3
          ? (node.nodeValue ?? '')
          : [...node.childNodes].map(wordsOf).join('') + (node.nodeName === 'DIV' ? '\n' : '');
  const PUT = /^editors’ note: /;
  const cellOf = (cell: Element) => {
    const small = [...cell.querySelectorAll('small')].map(text);
    /** The notes of features that repeat the metric. */
    const notes = small.filter((it) => PUT.test(it)).map((it) => it.replace(PUT, ''));
    return { ...ownOf(cell), notes, remarks: small.filter((it) => !PUT.test(it)) };
  };
  const ownOf = (cell: Element) => ({
    text: text(cell),
    /** Without the mark of the best value and the small print after it. */
    words: wordsOf(cell)
      .trim()
      .replace(/^best: /, '')
      .replace(/, (good|fair|weak|poor)$/, ''),
    // An unknown figure may be replaced by a note.
    isUnknown: cell.hasAttribute('data-unknown') || wordsOf(cell).trim() === '',
    datetime: cell.querySelector('time')?.getAttribute('datetime') ?? undefined,
    exact: cell.querySelector('data')?.getAttribute('value') ?? undefined,
    href: cell.querySelector('a')?.getAttribute('href') ?? undefined,
  });

  const columns = [...table.querySelectorAll('thead th[scope=col]')].slice(1);
  const lines = [...table.querySelectorAll('tbody')].flatMap((body) =>
    [...body.querySelectorAll('tr')].flatMap((row) => {
      const head = row.querySelector('th[scope=row]');
      const group = body.querySelector('th[scope=rowgroup]');
      return head ? [{ head, group, cells: [...row.querySelectorAll('td')].map(cellOf) }] : [];
    }),
  );
  if (lines.some(({ cells }) => cells.length !== columns.length))
    throw new Error('A row is not as long as the head.');

  const isDown = table.closest('[data-layout]')?.getAttribute('data-layout') === 'rows';
  // The group of a column; health, which comes first, has no heading of its own there.
  const columnGroups = [...table.querySelectorAll('thead tr:first-child > *')]
    .slice(1)
    .flatMap((head) =>
      Array.from({ length: Number(head.getAttribute('colspan') ?? 1) }, () => head),
    );
  type Line = {
    head: Element;
    group: Element | null | undefined;
    cells: ReturnType<typeof cellOf>[];
  };
  const shown: Line[] = isDown
    ? columns.map((head, place) => ({
        head,
        group: columnGroups[place],
        cells: lines.flatMap(({ cells }) => cells[place] ?? []),
      }))
    : lines;
  // With packages as rows, features come before all figures but health; here they are last, as in files.
  const isOfFeatures = ({ group }: { group: Element | null | undefined }) =>
    text(group).toLowerCase().includes('what can it do?');
  const metrics = [...shown.filter((it) => !isOfFeatures(it)), ...shown.filter(isOfFeatures)];
  return {
    caption: text(table.querySelector('caption')),
    layout: isDown ? 'rows' : 'columns',
    packages: (isDown ? lines.map(({ head }) => head) : columns).map((head) => {
      const link = head.querySelector('a[href^="/packages/p/"]');
      return { slug: link?.getAttribute('href')?.split('/').at(-2) ?? '', title: text(link) };
    }),
    rows: metrics.map((metric) => {
      const { head, group, cells } = metric;
      return {
        /** Its place among the rows or columns of the table. */
        place: shown.indexOf(metric),
        group: text(group) || 'Is it alive?',
        groupHref: group?.querySelector('a')?.getAttribute('href') ?? undefined,
        title: wordsOf(head).trim(),
        grids: [...head.querySelectorAll('small a')].map(text),
        /** The month in which most of the values were read. */
        month: [...head.querySelectorAll('small')]
          .map(text)
          .find((it) => /^[A-Z][a-z]+ \d{4}$/.test(it)),
        sorted: head.getAttribute('aria-sort') ?? undefined,
        cells,
      };
    }),
  };
}

/** What a screen reader announces for a cell that people filled in. */
export function spoken(text: string | undefined): string {
  if (text === undefined) return 'unknown';
  const { mark, strength, text: words } = readCell(text);
  if (mark === undefined) return words;
  const sign = strength > 1 ? `${mark}, ${strength} times` : mark;
  return words === '' ? sign : `${sign}, ${words}`;
}
