import { direction } from '@/components/text/direction';
import { bestOf, type Metric, type MetricGroup, type Origin } from '@/lib/comparison/metric';
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

interface ComparisonTableProps {
  /** What is compared; the accessible name of the table. */
  caption: string;
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

/** Up to this many packages, columns don't need the full width of the page. */
const FEW = 4;

/** Packages against metrics: renders every package and every cell, with no limit. */
export function ComparisonTable(props: ComparisonTableProps) {
  const { caption, packages, layout = 'columns', density = 'normal' } = props;
  const areFew = layout === 'columns' && packages.length <= FEW;
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="comparison"
      data-layout={layout}
      data-density={density}
    >
      <table className={areFew ? 'few' : undefined}>
        <caption className="sr-only">{caption}</caption>
        {layout === 'columns' ? <Across {...props} /> : <Down {...props} />}
      </table>
    </div>
  );
}

function Across({ packages, groups, clock, hasEvidence = false, ...rest }: ComparisonTableProps) {
  return (
    <>
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
      {groups.map(({ title, href, metrics }) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={packages.length + 1}>
              <GroupTitle title={title} href={href} />
            </th>
          </tr>
          {metrics.map((metric) => {
            const values = packages.map(metric.read);
            const options = { best: bestOf(metric, values, clock.now), hasEvidence, clock };
            const cells = values.map((value) => metricCell(value, options));
            return row(metric.key, [metricHead(metric, 'row', rest), ...cells]);
          })}
        </tbody>
      ))}
    </>
  );
}

function Down({ packages, groups, clock, hasEvidence = false, ...rest }: ComparisonTableProps) {
  const metrics = groups.flatMap((group) => group.metrics);
  const columns = metrics.map((metric) => {
    const values = packages.map(metric.read);
    const width = columnWidth(metric, values);
    return {
      metric,
      width,
      options: { best: bestOf(metric, values, clock.now), hasEvidence, clock },
    };
  });
  return (
    <>
      <colgroup>
        <col className="head" />
      </colgroup>
      {groups.map(({ title, metrics: own }) => (
        <colgroup key={title}>
          {columns
            .filter(({ metric }) => own.includes(metric))
            .map(({ metric, width }) => (
              <col key={metric.key} className={width} />
            ))}
        </colgroup>
      ))}
      <thead>
        <tr>
          <td />
          {groups.map(({ title, href, metrics: own }) => (
            <th key={title} scope="colgroup" colSpan={own.length}>
              <GroupTitle title={title} href={href} />
            </th>
          ))}
        </tr>
        {row('head', [
          packageCorner(rest),
          ...metrics.map((metric) => metricHead(metric, 'col', rest)),
        ])}
      </thead>
      <tbody>
        {packages.map((it) => {
          const cells = columns.map(({ metric, options }) => metricCell(metric.read(it), options));
          return row(it.slug, [packageHead(it, 'row', clock, rest), ...cells]);
        })}
      </tbody>
    </>
  );
}

/** A table row with its cells as markup; a plain object, because React serializes nothing else. */
function row(key: string, cells: Markup[]) {
  return <tr key={key} dangerouslySetInnerHTML={{ __html: markup`${cells}`.__html }} />;
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
  const tick = markup`<input type="checkbox" name="package" value="${slug}" aria-label="Tick ${title}">`;
  return markup`<th scope="${scope}" aria-label="${title}">${tick}${name}</th>`;
}

type Order = Pick<ComparisonTableProps, 'sort' | 'sortHref'>;

function packageCorner({ sort = '', sortHref }: Order): Markup {
  const link = sortLink('Package', 'title', 'title', { sort, sortHref });
  return markup`<th scope="col"${ariaSort('title', sort)}>${link}</th>`;
}

function metricHead(metric: Metric, scope: 'row' | 'col', { sort = '', sortHref }: Order): Markup {
  const start = metric.better === 'lower' ? metric.key : `-${metric.key}`;
  const link = sortLink(metric.label, metric.key, start, { sort, sortHref });
  const sorted = ariaSort(metric.key, sort);
  const meaning = metric.description === '' ? undefined : markup` title="${metric.description}"`;
  // Screen readers announce the heading with each of its cells; `aria-label` keeps the grids out of it.
  const name = metric.grids && markup` aria-label="${metric.label}"`;
  return markup`<th scope="${scope}"${name}${meaning}${sorted}>${link}${metric.grids && origins(metric.grids)}</th>`;
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
