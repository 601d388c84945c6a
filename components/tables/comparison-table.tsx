import { bestOf, type Fact, type FactGroup } from '@/lib/comparison/fact';
import type { ComparedPackage } from '@/lib/comparison/metrics';
import { markup, type Markup } from '@/lib/markup';
import type { Clock } from '@/lib/time';
import { standingOf } from '@/lib/warnings';
import { columnWidth } from './column-width';
import { factCell } from './fact-cell';
// Most pages have no comparison, and need none of this.
import '../enhance/column-tint.css';
import './comparison.css';

interface ComparisonTableProps {
  /** What is compared; read out as the name of the table. */
  caption: string;
  packages: ComparedPackage[];
  groups: FactGroup[];
  clock: Clock;
  /** Packages across the page, or down it. */
  layout?: 'columns' | 'rows' | undefined;
  density?: 'normal' | 'compact' | undefined;
  hasEvidence?: boolean;
  /** How the packages are sorted: the key of a fact, with a minus before it for falling order. */
  sort?: string;
  /** The address of this comparison in another order; without it the heads are no links. */
  sortHref?: ((sort: string) => string) | undefined;
  /** Whether each package can be ticked; the table then stands in a form that takes `package`. */
  hasTicks?: boolean;
}

/** So few packages have more room each than they need. */
const FEW = 4;

/** Packages against facts: every package and every cell, however many. */
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
      {groups.map(({ title, href, facts }) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={packages.length + 1}>
              <GroupTitle title={title} href={href} />
            </th>
          </tr>
          {facts.map((fact) => {
            const values = packages.map(fact.read);
            const options = { best: bestOf(fact, values), hasEvidence, clock };
            const cells = values.map((value) => factCell(value, options));
            return row(fact.key, [factHead(fact, 'row', rest), ...cells]);
          })}
        </tbody>
      ))}
    </>
  );
}

function Down({ packages, groups, clock, hasEvidence = false, ...rest }: ComparisonTableProps) {
  const facts = groups.flatMap((group) => group.facts);
  const columns = facts.map((fact) => {
    const values = packages.map(fact.read);
    const width = columnWidth(fact, values);
    return { fact, width, options: { best: bestOf(fact, values), hasEvidence, clock } };
  });
  return (
    <>
      <colgroup>
        <col className="head" />
      </colgroup>
      {groups.map(({ title, facts: own }) => (
        <colgroup key={title}>
          {columns
            .filter(({ fact }) => own.includes(fact))
            .map(({ fact, width }) => (
              <col key={fact.key} className={width} />
            ))}
        </colgroup>
      ))}
      <thead>
        <tr>
          <td />
          {groups.map(({ title, href, facts: own }) => (
            <th key={title} scope="colgroup" colSpan={own.length}>
              <GroupTitle title={title} href={href} />
            </th>
          ))}
        </tr>
        {row('head', [packageCorner(rest), ...facts.map((fact) => factHead(fact, 'col', rest))])}
      </thead>
      <tbody>
        {packages.map((it) => {
          const cells = columns.map(({ fact, options }) => factCell(fact.read(it), options));
          return row(it.slug, [packageHead(it, 'row', clock, rest), ...cells]);
        })}
      </tbody>
    </>
  );
}

/** A row of markup; a plain object, since React sends no other. */
function row(key: string, cells: Markup[]) {
  return <tr key={key} dangerouslySetInnerHTML={{ __html: markup`${cells}`.__html }} />;
}

function GroupTitle({ title, href }: { title: string; href: string | undefined }) {
  return <span>{href === undefined ? title : <a href={href}>{title}</a>}</span>;
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
  const standing = standingOf(it, clock);
  const state = standing && markup`<small data-state="${standing.tone}">${standing.word}</small>`;
  const name = markup`<a href="/packages/p/${slug}/">${title}</a>${state}`;
  if (!hasTicks) return markup`<th scope="${scope}">${name}</th>`;

  // Screen readers say the name of a head with each of its cells: the tick should not be a part of it.
  const tick = markup`<input type="checkbox" name="package" value="${slug}" aria-label="Tick ${title}">`;
  return markup`<th scope="${scope}" aria-label="${title}">${tick}${name}</th>`;
}

type Order = Pick<ComparisonTableProps, 'sort' | 'sortHref'>;

function packageCorner({ sort = '', sortHref }: Order): Markup {
  const link = sortLink('Package', 'title', 'title', { sort, sortHref });
  return markup`<th scope="col"${ariaSort('title', sort)}>${link}</th>`;
}

function factHead(fact: Fact, scope: 'row' | 'col', { sort = '', sortHref }: Order): Markup {
  const start = fact.better === 'lower' ? fact.key : `-${fact.key}`;
  const link = sortLink(fact.label, fact.key, start, { sort, sortHref });
  const sorted = ariaSort(fact.key, sort);
  const meaning = fact.description === '' ? undefined : markup` title="${fact.description}"`;
  return markup`<th scope="${scope}"${meaning}${sorted}>${link}</th>`;
}

function ariaSort(key: string, sort: string): Markup | undefined {
  if (sort === key) return markup` aria-sort="ascending"`;
  return sort === `-${key}` ? markup` aria-sort="descending"` : undefined;
}

/** The name of a fact, as a link that sorts by it: `start` is the order that the first click gives. */
function sortLink(label: string, key: string, start: string, { sort, sortHref }: Order) {
  if (!sortHref) return label;
  const turned = start.startsWith('-') ? key : `-${key}`;
  return markup`<a href="${sortHref(sort === start ? turned : start)}" class="sort">${label}</a>`;
}
