'use client';

import { useEffect, useRef, type SyntheticEvent } from 'react';
import type { FormAction, FormState } from '@/components/forms/form-state';
import { useIsLive } from '@/components/forms/use-is-live';
import type { Place } from '@/lib/edits/sheet';
import { editOf, onCellKey, onCopy, onDraftKey, onPaste, type Table } from './sheet-keys';
import { CellBar, SheetAlerts, type CellNote } from './sheet-notes';
import { SheetRow } from './sheet-row';
import { cellKey, textOf } from './sheet-state';
import { useSheet } from './use-sheet';
import './sheet.css';

interface SheetProps {
  grid: { id: number; slug: string; title: string };
  packages: { id: number; title: string }[];
  features: { id: number; title: string }[];
  /** Texts and notes of filled cells, by feature and package as `cellKey` writes them. */
  texts: Record<string, string>;
  notes: Record<string, CellNote>;
  /** Whether packages may be removed from the grid. */
  mayRemove: boolean;
  save: FormAction;
  initial: FormState;
}

/**
 * The cells of a grid, edited like a spreadsheet: arrows move, typing replaces, Enter and F2 edit, Escape cancels, blocks of cells are copied
 * and pasted, Control and Z undoes. Without JavaScript, each cell, feature and package has a link to its form.
 */
export function Sheet(props: SheetProps) {
  const { grid, packages, features, texts, notes, mayRemove, save, initial } = props;
  const isLive = useIsLive();
  const sheet = useSheet({ gridId: grid.id, texts, save, initial });
  const { active, anchor, draft } = sheet.state;
  const box = useRef<HTMLTableElement>(null);
  useFocus(box, active, draft, isLive);

  const refAt = ({ row, column }: Place) => ({
    featureId: features[row]?.id ?? 0,
    packageId: packages[column]?.id ?? 0,
  });
  const table: Table = {
    ...{ sheet, refAt },
    size: { rows: features.length, columns: packages.length },
  };
  const nameOf = (ref: { featureId: number; packageId: number }) =>
    `${titleOf(features, ref.featureId)} of ${titleOf(packages, ref.packageId)}`;
  const here = refAt(active);
  const isEmpty = features.length === 0 || packages.length === 0;
  const rows = [Math.min(anchor.row, active.row), Math.max(anchor.row, active.row)] as const;
  const from = Math.min(anchor.column, active.column);
  const to = Math.max(anchor.column, active.column);

  const endDraft = (event: SyntheticEvent) => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    sheet.endDraft(editOf(table, active, event.target.value));
  };
  const press = (event: SyntheticEvent) => {
    const place = placeOf(event.target);
    if (!place || event.target instanceof HTMLTextAreaElement) return;
    if (place.row === active.row && place.column === active.column && isFocused(box.current)) {
      event.preventDefault();
      sheet.beginDraft(textOf(sheet.state, here));
    } else sheet.dispatch({ kind: 'move', to: place, isExtended: isShifted(event) });
  };

  return (
    <>
      <div className="edit-table" role="region" aria-label="Cells" tabIndex={isLive ? -1 : 0}>
        <table
          ref={box}
          role={isLive && !isEmpty ? 'grid' : undefined}
          aria-multiselectable={isLive && !isEmpty ? true : undefined}
          id="cells"
          onMouseDown={press}
          onBlur={endDraft}
          onKeyDown={(event) => {
            if (event.target instanceof HTMLTextAreaElement) onDraftKey(event, event.target, table);
            else if (placeOf(event.target)) onCellKey(event, table);
          }}
          onCopy={(event) => {
            if (placeOf(event.target)) onCopy(event, table);
          }}
          onPaste={(event) => {
            if (placeOf(event.target)) onPaste(event, table);
          }}
        >
          <caption className="sr-only">Cells of {grid.title}</caption>
          <thead>
            <tr>
              <td />
              {packages.map(({ id, title }) => (
                <th key={id} scope="col">
                  <bdi>{title}</bdi>{' '}
                  {mayRemove && (
                    <a
                      href={`/grids/package/${grid.slug}/${id}/delete/`}
                      aria-label={`Remove ${title}`}
                    >
                      Remove
                    </a>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {features.map((feature, index) => {
              const isActive = index === active.row;
              const isSelected = index >= rows[0] && index <= rows[1];
              return (
                <SheetRow
                  key={feature.id}
                  {...{ index, feature, packages, isLive, texts: sheet.state.texts }}
                  gridSlug={grid.slug}
                  active={isActive ? active.column : null}
                  first={isSelected ? from : 0}
                  last={isSelected ? to : -1}
                  draft={isActive ? draft : null}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {!isEmpty && (
        <div className="sheet-bar">
          {isLive && (
            <>
              <SheetAlerts table={table} nameOf={nameOf} />
              <CellBar
                table={table}
                name={nameOf(here)}
                href={`/grids/element/${grid.slug}/${here.packageId}/${here.featureId}/`}
                note={notes[cellKey(here)]}
              />
            </>
          )}
        </div>
      )}
    </>
  );
}

const titleOf = (records: { id: number; title: string }[], id: number) =>
  records.find((it) => it.id === id)?.title ?? '';

const isShifted = ({ nativeEvent }: SyntheticEvent) =>
  nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;

/** The place of the cell that an element is or is in; undefined outside of the cells. */
function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null;
  if (!cell) return undefined;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

const isFocused = (box: HTMLElement | null) => box?.contains(document.activeElement) === true;

/** Keeps the focus on the active cell while the table has it. The page of a new grid is opened with the focus on the first one. */
function useFocus(
  box: { current: HTMLTableElement | null },
  { row, column }: Place,
  draft: string | null,
  isLive: boolean,
): void {
  const isOpen = useRef(false);
  useEffect(() => {
    if (!isLive || draft !== null) return;
    const table = box.current;
    // The focus of a text field that is gone is on the body.
    const hasFocus = isFocused(table) || document.activeElement === document.body;
    const isWanted = isOpen.current ? hasFocus : window.location.hash === '#cells';
    isOpen.current = true;
    if (!isWanted) return;
    table?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus();
  }, [box, row, column, draft, isLive]);
}
