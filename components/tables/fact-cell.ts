import { sparkline } from '@/components/charts/sparkline';
import { readCell } from '@/lib/comparison/cell';
import { numberOf, type Evidence, type FactValue } from '@/lib/comparison/fact';
import { describeDate } from '@/lib/dated';
import { developmentStatusName } from '@/lib/development-status';
import { domainOf } from '@/lib/links';
import { markup, type Markup } from '@/lib/markup';
import { DAY_ZONE, isStale, type Clock } from '@/lib/time';
import { describeMonth, formatCompact, formatCount } from '@/lib/wording';
import { cellText } from './cell-text';

interface CellOptions {
  /** The best number of the fact among the packages shown. */
  best: number | undefined;
  hasEvidence: boolean;
  clock: Clock;
}

/**
 * A cell of a comparison, as markup rather than as React elements: a grid of 100 packages by 40 features is drawn in a tenth of the
 * time so, since React writes each element twice, for the page and for its data. HTML lets the end tag of a cell out, which makes the
 * largest page 750 bytes shorter on the wire. comparison.css draws the marks.
 */
export function factCell(value: FactValue, { best, hasEvidence, clock }: CellOptions): Markup {
  if (value.value === null) return markup`<td data-unknown><i>unknown</i>`;
  if (value.kind === 'cell')
    return featureCell(value.value, hasEvidence ? value.evidence : undefined);

  const figure = markup`${writeFigure(value, clock)}${writeAge(value, clock)}`;
  return best !== undefined && numberOf(value) === best
    ? markup`<td data-best><i>best: </i>${figure}`
    : markup`<td>${figure}`;
}

function writeFigure(value: FactValue, clock: Clock): Markup | string | undefined {
  if (value.value === null) return undefined;
  switch (value.kind) {
    case 'count':
      return writeCount(value.value);
    case 'rank':
      // A place says more whole than short, and takes fewer bytes than both.
      return `#${formatCount(value.value)}`;
    case 'link':
      return markup`<a href="${value.value}" rel="nofollow">${domainOf(value.value)}</a>`;
    case 'age': {
      const { dateTime, age } = describeDate(value.value, value.precision, clock);
      const note = value.note ? markup`<small class="font-mono"> ${value.note}</small>` : undefined;
      return markup`<time datetime="${dateTime.slice(0, 10)}">${age}</time>${note}`;
    }
    case 'status':
      return developmentStatusName(value.value);
    case 'words':
    case 'cell':
      return value.value;
    case 'list':
      return value.value.length > 0 ? value.value.join(', ') : 'none named';
    case 'weeks':
      return sparkline(value.value);
  }
}

/** Short where it is long, with the exact figure for machines and, by comparison.css, for whoever rests a pointer on it. */
function writeCount(count: number): Markup | string {
  const [short, exact] = [formatCompact(count), formatCount(count)];
  return short === exact ? exact : markup`<data value="${count}">${short}</data>`;
}

/** Of when a figure is, where that is long ago. */
function writeAge({ kind, asOf }: FactValue, clock: Clock): Markup | undefined {
  if (!isStale(asOf, clock)) return undefined;
  const word = kind === 'age' ? 'read in' : 'in';
  return markup`<small> ${word} ${describeMonth(asOf, DAY_ZONE)}</small>`;
}

function featureCell(text: string, evidence: Evidence | undefined): Markup {
  const { mark, strength, text: words } = readCell(text);
  const said = words === '' ? undefined : cellText(words);
  const source = evidence && writeEvidence(evidence);
  if (mark === undefined) return markup`<td>${said}${source}`;

  const times = strength > 1 ? `, ${strength} times` : '';
  const spoken = markup`<i>${mark}${times}${words === '' ? '' : ', '}</i>`;
  return strength > 1
    ? markup`<td data-mark="${mark}" data-strength="${strength}">${spoken}${said}${source}`
    : markup`<td data-mark="${mark}">${spoken}${said}${source}`;
}

function writeEvidence({ text, href }: Evidence): Markup {
  return href === undefined
    ? markup`<small> ${text}</small>`
    : markup`<small> <a href="${href}" rel="nofollow">${text}</a></small>`;
}
