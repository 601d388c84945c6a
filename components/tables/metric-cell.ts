import { direction } from '@/components/text/direction';
import { healthMark } from '@/components/text/health-mark';
import { sparkline } from '@/components/charts/sparkline';
import { readCell, type Cell } from '@/lib/comparison/cell';
import {
  numberOf,
  type Answer,
  type CellValue,
  type Evidence,
  type MetricValue,
} from '@/lib/comparison/metric';
import type { ComparedRow } from '@/lib/comparison/row';
import { ownYear } from '@/lib/comparison/shared-month';
import { describeDate } from '@/lib/text/dated';
import { developmentStatusName } from '@/lib/package/development-status';
import { joinRanges } from '@/lib/package/version-ranges';
import { markup, type Markup } from '@/lib/text/markup';
import type { Clock } from '@/lib/time';
import { formatCompact, formatCount } from '@/lib/text/wording';
import { cellText } from './cell-text';

/** What a cell needs besides its own value. */
export interface CellOptions extends Pick<ComparedRow, 'isBest' | 'month' | 'most' | 'hasBar'> {
  /** What features that repeat the metric say about the package. */
  notes?: CellValue[] | undefined;
  hasEvidence: boolean;
  clock: Clock;
}

/** Longer texts are cut after two lines until they are opened. */
const LONG = 60;

/** Steps of the bar behind a figure, for the rules in comparison-symbols.css. */
const BAR_STEPS = 20;

/**
 * Renders a comparison cell as markup rather than as React elements: 4,000 cells take about 1 ms instead of 22 to 45 ms. The end tag,
 * optional in HTML, is omitted to keep the largest page within its 30,000 bytes. comparison-symbols.css adds the symbols.
 */
export function metricCell(value: MetricValue, options: CellOptions): Markup {
  const notes = options.notes?.map((note) => writeNote(note, options.hasEvidence));
  if (value.value === null) {
    // An unknown figure is replaced by the editors' notes.
    if (notes && notes.length > 0) return markup`<td>${notes}`;
    // For some releases only the version number is known.
    return value.kind === 'age' && value.note
      ? markup`<td data-unknown><i>date unknown</i> <small class="font-mono">${value.note}</small>`
      : markup`<td data-unknown><i>unknown</i>`;
  }
  if (value.kind === 'cell') {
    return value.answers
      ? markup`<td>${value.answers.map((answer) => writeAnswer(answer, options.hasEvidence))}`
      : featureCell(value.value, options.hasEvidence ? writeSource(value) : undefined);
  }

  const figure = markup`${writeFigure(value, options)}${writeYear(value, options)}${notes}`;
  const bar = options.hasBar ? barOf(value, options.most) : undefined;
  const attributes = markup`${numeric(value)}${bar}`;
  const isBest = options.isBest(value);
  // The mark of a health score has a dot of its own.
  const best = value.kind === 'health' ? markup` data-best="mark"` : markup` data-best`;
  return isBest
    ? markup`<td${best}${attributes}><i>best: </i>${figure}`
    : markup`<td${attributes}${value.kind === 'words' ? direction(value.value) : undefined}>${figure}`;
}

/** Marks the cells that are aligned as figures where packages are rows. */
const numeric = ({ kind }: MetricValue) =>
  ['count', 'health', 'rank', 'weeks'].includes(kind) ? markup` data-number` : undefined;

function writeFigure(
  value: MetricValue,
  { clock, most }: CellOptions,
): Markup | string | undefined {
  if (value.value === null) return undefined;
  switch (value.kind) {
    case 'count':
      return writeCount(value.value);
    case 'health':
      return healthMark(value.value);
    case 'rank':
      // A rank is written in full: clearer than abbreviated, and fewer bytes than sending both.
      return `#${formatCount(value.value)}`;
    case 'link':
      return markup`<a href="${value.value}" rel="nofollow">Docs</a>`;
    case 'age': {
      const { dateTime, age } = describeDate(value.value, value.precision, clock);
      const note = value.note ? markup`<small class="font-mono"> ${value.note}</small>` : undefined;
      return markup`<time datetime="${dateTime.slice(0, 10)}">${age}</time>${note}`;
    }
    case 'status':
      return breakable(developmentStatusName(value.value) ?? '');
    case 'words':
    case 'cell':
      return value.value;
    case 'list':
      return value.value.length > 0 ? joinRanges(value.value).join(', ') : 'none declared';
    case 'weeks':
      return sparkline(value.value, most);
  }
}

/** Lets a line break after a slash, as in `Production/Stable`. */
const breakable = (text: string): Markup =>
  markup`${text.split('/').map((part, index) => (index === 0 ? part : markup`/<wbr/>${part}`))}`;

/** Abbreviates large counts; the exact figure is in `value`, and comparison.css shows it on hover. */
function writeCount(count: number): Markup | string {
  const [short, exact] = [formatCompact(count), formatCount(count)];
  return short === exact ? exact : markup`<data value="${count}">${short}</data>`;
}

/** The year of a figure, if the heading doesn't say when it was read. */
function writeYear(value: MetricValue, { month, clock }: CellOptions): Markup | undefined {
  const year = ownYear(value, month, clock);
  if (year === undefined) return undefined;
  return markup`<small> ${value.kind === 'age' ? 'as of' : 'in'} ${year}</small>`;
}

/** The share of a count in the largest one of its row, in twentieths. */
function barOf(value: MetricValue, most: number): Markup | undefined {
  const count = numberOf(value) ?? 0;
  return count > 0 ? markup` data-bar="${Math.ceil((count / most) * BAR_STEPS)}"` : undefined;
}

function featureCell(text: string, source: Markup | undefined): Markup {
  const cell = readCell(text);
  return markup`<td${markOf(cell)}${direction(text)}>${writeCell(cell)}${source}`;
}

/** The value in one of several grids, where grids disagree. */
function writeAnswer({ text, evidence, grid }: Answer, hasEvidence: boolean): Markup {
  const cell = readCell(text);
  const source = hasEvidence && evidence ? writeEvidence(evidence) : undefined;
  const from = markup`<small> in <a href="${grid.href}"${direction(grid.title)}>${grid.title}</a></small>`;
  return markup`<div${markOf(cell)}${direction(text)}>${writeCell(cell)}${from}${source}</div>`;
}

/** The symbol of a cell, shown by comparison-symbols.css. */
function markOf({ mark, strength }: Cell): Markup | undefined {
  if (mark === undefined) return undefined;
  return strength > 1
    ? markup` data-mark="${mark}" data-strength="${strength}"`
    : markup` data-mark="${mark}"`;
}

function writeCell({ mark, strength, text: words }: Cell): Markup {
  const said = words === '' ? undefined : writeText(words);
  if (mark === undefined) return markup`${said}`;
  const times = strength > 1 ? `, ${strength} times` : '';
  return markup`<i>${mark}${times}${words === '' ? '' : ', '}</i>${said}`;
}

/** A text without links and line breaks is cut after two lines, and opened on demand. */
function writeText(text: string): Markup {
  const written = cellText(text);
  const isPlain = !/\n|:\/\//.test(text);
  return isPlain && text.length > LONG
    ? markup`<details class="more"><summary>${written}</summary></details>`
    : written;
}

/** An editors' note on a collected figure. */
function writeNote({ value, ...source }: CellValue, hasEvidence: boolean): Markup {
  return markup`<small${direction(value ?? '')}> <i>editors’ note: </i>${writeText(value ?? '')}</small>${hasEvidence ? writeSource(source) : undefined}`;
}

/** The evidence of a cell, and who last confirmed it. */
function writeSource({ evidence, confirmed }: Pick<CellValue, 'evidence' | 'confirmed'>): Markup {
  return markup`${evidence && writeEvidence(evidence)}${confirmed ? markup`<small> ${confirmed}</small>` : undefined}`;
}

function writeEvidence({ text, href }: Evidence): Markup {
  return href === undefined
    ? markup`<small${direction(text)}> ${text}</small>`
    : markup`<small> <a href="${href}" rel="nofollow"${direction(text)}>${text}</a></small>`;
}
