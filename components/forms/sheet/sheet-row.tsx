import { memo } from 'react';
import { shortened } from '@/lib/text/shortened';
import { cellKey } from './sheet-state';

const LONGEST = 200;

interface SheetRowProps {
  index: number;
  gridSlug: string;
  feature: { id: number; title: string };
  packages: readonly { id: number; title: string }[];
  texts: Readonly<Record<string, string>>;
  /** Whether cells are edited here; without JavaScript, each is a link to its form. */
  isLive: boolean;
  /** The column of the active cell; null if it is in another row. */
  active: number | null;
  /** The first and the last selected column. */
  first: number;
  last: number;
  draft: string | null;
}

/** A feature and its cells. Memoized, so that moving from cell to cell renders only the rows that are left and entered. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { index, feature, packages, texts } = props;
  return (
    <tr>
      <th scope="row">
        <a href={`/grids/feature/${feature.id}/`} dir="auto">
          {feature.title}
        </a>
      </th>
      {packages.map((pkg, column) => {
        const text = texts[cellKey({ featureId: feature.id, packageId: pkg.id })] ?? '';
        if (!props.isLive) {
          return (
            <td key={pkg.id}>
              <CellLink gridSlug={props.gridSlug} feature={feature} pkg={pkg} text={text} />
            </td>
          );
        }
        const isActive = props.active === column;
        return (
          <td
            key={pkg.id}
            data-row={index}
            data-column={column}
            tabIndex={isActive ? 0 : -1}
            aria-selected={column >= props.first && column <= props.last}
            dir="auto"
          >
            {isActive && props.draft !== null ? (
              <Draft text={props.draft} label={`${feature.title} of ${pkg.title}`} />
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
});

interface CellLinkProps {
  gridSlug: string;
  feature: { id: number; title: string };
  pkg: { id: number; title: string };
  text: string;
}

function CellLink({ gridSlug, feature, pkg, text }: CellLinkProps) {
  return (
    <a
      href={`/grids/element/${gridSlug}/${pkg.id}/${feature.id}/`}
      aria-label={`${feature.title} of ${pkg.title}: ${text === '' ? 'unknown' : text}`}
      dir="auto"
    >
      {text === '' ? '–' : shortened(text, LONGEST)}
    </a>
  );
}

/** The text field of the cell that is being edited. */
function Draft({ text, label }: { text: string; label: string }) {
  return (
    <textarea
      ref={focusEnd}
      rows={Math.min(6, text.split('\n').length)}
      defaultValue={text}
      aria-label={label}
      dir="auto"
    />
  );
}

function focusEnd(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
