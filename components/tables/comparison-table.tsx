import type { ReactNode } from 'react';
import { direction } from '@/components/text/direction';
import type { MetricGroup, MetricValue, Origin } from '@/lib/comparison/metric';
import { FEW_COLUMNS, nameLines, widthAcross, windowFor } from '@/lib/comparison/layout';
import { withNotes } from '@/lib/comparison/notes';
import { compareRow, featuresFirst, type ComparedRow } from '@/lib/comparison/row';
import { healthTone } from '@/lib/scoring/health';
import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { markup, type Markup } from '@/lib/text/markup';
import type { Clock } from '@/lib/time';
import { lifecycleOf } from '@/lib/package/warnings';
import { columnWidth } from './column-width';
import { metricCell } from './metric-cell';
// Imported here rather than globally: most pages have no comparison table.
import '../enhance/column-tint.css';
import './comparison.css';
import './comparison-symbols.css';
import './comparison-print.css';
import './comparison-widths.css';

interface ComparisonTableProps {
  /** What is compared; the accessible name of the table. */
  caption: string;
  /** Its id, for links to it and to its groups; these are `<id>-1` and so on. */
  id?: string;
  packages: ComparedPackage[];
  groups: MetricGroup[];
  clock: Clock;
  /** Packages as columns or as rows. */
  layout?: 'columns' | 'rows' | undefined;
  density?: 'normal' | 'compact' | undefined;
  hasEvidence?: boolean;
  /** The sort order: the key of a metric, prefixed with a minus for descending. */
  sort?: string;
  /** URL of this comparison in another sort order; if omitted, headings are not links. */
  sortHref?: ((sort: string) => string) | undefined;
  /** Whether each package has a checkbox; the table must then be in a form that accepts `package`. */
  hasTicks?: boolean;
}

/** Width of the column of package names, in pixels, as in comparison.css. */
const HEAD = 240;

const QUARTER_REM = 4;

/** Packages against metrics: renders every package and every cell, with no limit. */
export function ComparisonTable(props: ComparisonTableProps) {
  const groups = withNotes(props.groups);
  return props.layout === 'rows' ? (
    <Down {...props} groups={groups} />
  ) : (
    <Across {...props} groups={groups} />
  );
}

type RegionProps = Pick<ComparisonTableProps, 'id' | 'caption' | 'layout' | 'density'> & {
  /** Width of the table in pixels. */
  width: number;
  /** Lines of the longest package name in a column. */
  lines?: number;
  /** With few packages as columns, how many: they stay close together. */
  few?: number | undefined;
  children: ReactNode;
};

/** The scroll container of a table that is wider than the window. */
function Region(props: RegionProps) {
  const { id, caption, layout, density = 'normal', width, lines, few, children } = props;
  return (
    <div
      role="region"
      id={id}
      aria-label={caption}
      tabIndex={0}
      className={few === undefined ? 'comparison' : `comparison few few-${few}`}
      data-layout={layout ?? 'columns'}
      data-density={density}
      data-fits={windowFor(width)}
      data-lines={lines}
    >
      {children}
    </div>
  );
}

function Across({ packages, groups, hasEvidence = false, clock, ...rest }: ComparisonTableProps) {
  const size = {
    width: widthAcross(packages),
    lines: linesAcross(packages, clock),
    few: packages.length <= FEW_COLUMNS ? packages.length : undefined,
  };
  return (
    <Region {...rest} {...size}>
      <table>
        <caption className="sr-only">{rest.caption}</caption>
        <colgroup>
          <col className="head" />
          <col span={packages.length} />
        </colgroup>
        <thead>
          {row('head', [
            packageCorner(rest),
            ...packages.map((it) => packageHead(it, 'col', clock, rest)),
          ])}
        </thead>
        {groups.map(({ title, href, metrics }, index) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" id={partId(rest.id, index)} colSpan={packages.length + 1}>
                <GroupTitle title={title} href={href} />
              </th>
            </tr>
            {metrics.map((metric) => {
              const compared = compareRow(metric, packages, clock);
              const options = { ...compared, hasEvidence, clock };
              const cells = compared.values.map((value, index) =>
                metricCell(value, { ...options, notes: compared.notes[index] }),
              );
              return row(metric.key, [metricHead(compared, 'row', rest), ...cells]);
            })}
          </tbody>
        ))}
      </table>
    </Region>
  );
}

function Down({ packages, groups, hasEvidence = false, clock, ...rest }: ComparisonTableProps) {
  const sections = featuresFirst(groups).map((group) => ({
    ...group,
    columns: group.metrics.map((metric) => {
      const compared = compareRow(metric, packages, clock);
      return { ...compared, width: columnWidth(compared, { hasEvidence, clock }) };
    }),
  }));
  const columns = sections.flatMap((section) => section.columns);
  const width = columns.reduce((sum, it) => sum + it.width * QUARTER_REM, HEAD);
  return (
    <Region {...rest} width={width}>
      <table>
        <caption className="sr-only">{rest.caption}</caption>
        <colgroup>
          <col className="head" />
        </colgroup>
        {sections.map(({ title, columns: own }) => (
          <colgroup key={title}>
            {own.map(({ metric, width }) => (
              <col key={metric.key} className={`w${width}`} />
            ))}
          </colgroup>
        ))}
        <thead>
          <tr>
            <td />
            {sections.map(({ title, href, columns: own }, index) =>
              title === '' ? (
                <td key={title} colSpan={own.length} />
              ) : (
                <th key={title} id={partId(rest.id, index)} scope="colgroup" colSpan={own.length}>
                  <GroupTitle title={title} href={href} />
                </th>
              ),
            )}
          </tr>
          {row('head', [packageCorner(rest), ...columns.map((it) => metricHead(it, 'col', rest))])}
        </thead>
        <tbody>
          {packages.map((it, index) => {
            const cells = columns.map(({ values, notes, ...compared }) =>
              metricCell(values[index] ?? UNKNOWN, {
                ...compared,
                notes: notes[index],
                hasEvidence,
                clock,
              }),
            );
            return row(
              it.slug,
              [packageHead(it, 'row', clock, rest), ...cells],
              isQuiet(it, clock),
            );
          })}
        </tbody>
      </table>
    </Region>
  );
}

const UNKNOWN: MetricValue = { kind: 'rank', value: null, asOf: null };

/** The id of a group's heading, which the links above the table lead to. */
export const partId = (id: string | undefined, index: number): string | undefined =>
  id === undefined ? undefined : `${id}-${index + 1}`;

/** Whether a package is no longer developed or in poor health, so that its row is quieter. */
const isQuiet = (it: ComparedPackage, clock: Clock) =>
  lifecycleOf(it, clock)?.tone === 'bad' || healthTone(it.health) === 'bad';

/** Maximum lines of a column heading: the package's name and lifecycle. */
const linesAcross = (packages: ComparedPackage[], clock: Clock) =>
  Math.max(
    ...packages.map((it) => nameLines(it, packages.length) + (lifecycleOf(it, clock) ? 1 : 0)),
  );

/** A table row with its cells as markup; a plain object, because React serializes nothing else. */
function row(key: string, cells: Markup[], isQuiet = false) {
  return (
    <tr
      key={key}
      className={isQuiet ? 'quiet' : undefined}
      dangerouslySetInnerHTML={{ __html: markup`${cells}`.__html }}
    />
  );
}

function GroupTitle({ title, href }: { title: string; href: string | undefined }) {
  return <span dir="auto">{href === undefined ? title : <a href={href}>{title}</a>}</span>;
}

interface HeadOptions {
  hasTicks?: boolean;
}

function packageHead(
  it: ComparedPackage,
  scope: 'row' | 'col',
  clock: Clock,
  { hasTicks }: HeadOptions,
): Markup {
  const { slug, title } = it;
  const lifecycle = lifecycleOf(it, clock);
  const state =
    lifecycle && markup`<small data-state="${lifecycle.tone}">${lifecycle.word}</small>`;
  const name = markup`<a href="/packages/p/${slug}/"${direction(title)}>${title}</a>${state}`;
  if (!hasTicks) return markup`<th scope="${scope}">${name}</th>`;

  // Screen readers announce the heading with each of its cells; `aria-label` keeps the checkbox out of it.
  const tick = markup`<input type="checkbox" name="package" value="${slug}" aria-label="Select ${title}">`;
  return markup`<th scope="${scope}" aria-label="${title}">${tick}${name}</th>`;
}

type Order = Pick<ComparisonTableProps, 'sort' | 'sortHref'>;

function packageCorner({ sort = '', sortHref }: Order): Markup {
  const link = sortLink('Package', 'title', 'title', { sort, sortHref });
  return markup`<th scope="col"${ariaSort('title', sort)}>${link}</th>`;
}

function metricHead(
  { metric, month }: ComparedRow,
  scope: 'row' | 'col',
  { sort = '', sortHref }: Order,
): Markup {
  const start = metric.better === 'lower' ? metric.key : `-${metric.key}`;
  const link = sortLink(metric.label, metric.key, start, { sort, sortHref });
  const sorted = ariaSort(metric.key, sort);
  const meaning = metric.description === '' ? undefined : markup` title="${metric.description}"`;
  // Screen readers announce the heading with each of its cells; `aria-label` keeps the grids out of it.
  const name = metric.grids && markup` aria-label="${metric.label}"`;
  const read = month && markup`<small> ${month}</small>`;
  return markup`<th scope="${scope}"${name}${meaning}${sorted}>${link}${read}${metric.grids && origins(metric.grids)}</th>`;
}

/** Links to the grids that a feature comes from. */
function origins(grids: Origin[]): Markup {
  const links = grids.map(
    ({ title, href }, index) =>
      markup`${index > 0 ? ', ' : ''}<a href="${href}"${direction(title)}>${title}</a>`,
  );
  return markup`<small> in ${links}</small>`;
}

function ariaSort(key: string, sort: string): Markup | undefined {
  if (sort === key) return markup` aria-sort="ascending"`;
  return sort === `-${key}` ? markup` aria-sort="descending"` : undefined;
}

/** The name of a metric, as a link that sorts by it; `start` is the order of the first click. */
function sortLink(label: string, key: string, start: string, { sort, sortHref }: Order) {
  if (!sortHref) return direction(label) ? markup`<bdi>${label}</bdi>` : label;
  const turned = start.startsWith('-') ? key : `-${key}`;
  return markup`<a href="${sortHref(sort === start ? turned : start)}" class="sort"${direction(label)}>${label}</a>`;
}
