import type { ReactNode } from 'react';
import { CompareForm } from '@/components/lists/compare-form';
import { TickCell, TickHead } from '@/components/lists/tick';
import { LifecycleNote } from '@/components/text/lifecycle-note';
import type { LifecycleInput } from '@/lib/package/warnings';
import type { Markup } from '@/lib/text/markup';
import type { Clock } from '@/lib/time';
import { ListTable } from './list-table';
import { SortHead } from './sort-head';

/** A column of a table of packages. */
export interface Column<Row> {
  head: ReactNode;
  /** The order of the first click on the heading, such as `-repo_watchers`; omitted if the list can't be sorted by it. */
  start?: string;
  /** Classes of the heading and the cells, such as those that hide the column on narrow screens. */
  className?: string;
  /** Classes of the cells, if they differ from those of the heading. */
  cellClassName?: string;
  /** The content of a cell: elements, or markup if it is large. */
  cell: ((row: Row) => ReactNode) | { markup: (row: Row) => Markup };
}

interface PackageRow {
  slug: string;
  title: string;
  description: string;
}

/** The sort order of a list, and the URL of the list in another one. */
export interface Order {
  sort: string;
  hrefOf: (sort: string) => string;
}

interface PackageTableProps<Row> {
  caption: string;
  packages: Row[];
  /** The columns after the name of the package. */
  columns: Column<Row>[];
  /** If omitted, headings are not links. */
  order?: Order;
  /** Renders a name or description, such as with search terms highlighted; plain text if omitted. */
  show?: (text: string) => ReactNode;
  /** Shown after the name of the package. */
  note?: (row: Row) => ReactNode;
  /** The values of columns that narrow screens hide, as text below the description. */
  below?: (row: Row) => ReactNode;
  headClassName?: string;
  descriptionClassName?: string;
  /** The package that the page is about, compared without a checkbox. */
  subject?: { slug: string; title: string };
}

/** One package per row with a checkbox that adds it to a comparison: what it is, then the columns. */
export function PackageTable<Row extends PackageRow>(props: PackageTableProps<Row>) {
  const { caption, packages, columns, order, headClassName = 'text-quiet', subject } = props;
  const heads = [{ head: 'Package', start: 'title' }, ...columns];
  return (
    <CompareForm {...(subject && { subject })}>
      <ListTable caption={caption}>
        <thead className={order ? undefined : headClassName}>
          <tr>
            <TickHead />
            {heads.map((column, index) => (
              <Head key={index} {...column} order={order} />
            ))}
          </tr>
        </thead>
        <tbody>
          {packages.map((row) => (
            <tr key={row.slug} className="hover:bg-accent-tint">
              <TickCell slug={row.slug} title={row.title} />
              {nameCell(row, props)}
              {columns.map((column, index) => cellOf(column, row, index))}
            </tr>
          ))}
        </tbody>
      </ListTable>
    </CompareForm>
  );
}

interface HeadProps extends Pick<Column<never>, 'head' | 'start' | 'className'> {
  order: Order | undefined;
}

function Head({ head, start, className, order }: HeadProps) {
  if (order && start !== undefined) {
    return (
      <SortHead start={start} {...order} {...(className !== undefined && { className })}>
        {head}
      </SortHead>
    );
  }
  const quiet = className === undefined ? 'text-quiet' : `text-quiet ${className}`;
  return (
    <th scope="col" className={order ? quiet : className}>
      {order ? <span className="inline-block py-1">{head}</span> : head}
    </th>
  );
}

// Functions rather than components, since a page has hundreds of cells.

function nameCell<Row extends PackageRow>(row: Row, props: PackageTableProps<Row>) {
  const {
    note,
    below,
    descriptionClassName = 'block max-w-prose text-quiet max-sm:line-clamp-3',
  } = props;
  const { show = (text: string): ReactNode => text } = props;
  return (
    <th scope="row">
      <a href={`/packages/p/${row.slug}/`} className="font-heading" dir="auto">
        {show(row.title)}
      </a>
      {note && <> {note(row)}</>}
      <span className={descriptionClassName} dir="auto">
        {show(row.description)}
      </span>
      {below?.(row)}
    </th>
  );
}

function cellOf<Row>({ cell, className, cellClassName }: Column<Row>, row: Row, key: number) {
  const classes = cellClassName ?? className;
  if (typeof cell !== 'function') {
    const html = { __html: cell.markup(row).__html };
    return <td key={key} className={classes} dangerouslySetInnerHTML={html} />;
  }
  return (
    <td key={key} className={classes}>
      {cell(row)}
    </td>
  );
}

/** The note that marks deprecated, archived and unmaintained packages. */
export const lifecycleNote = (clock: Clock) =>
  function note(row: LifecycleInput) {
    return <LifecycleNote it={row} clock={clock} />;
  };
