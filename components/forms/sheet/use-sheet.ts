import { startTransition, useActionState, useEffect, useReducer, useRef } from 'react';
import type { FormAction, FormState } from '@/components/forms/form-state';
import { MOST_CELLS, type CellText } from '@/lib/edits/cell-texts';
import { inverseOf, openSheet, reduceSheet, type CellEdit } from './sheet-state';

const HELD = 'Your change contains a link, so a moderator looks at it first.';
const LOST = 'The site can’t be reached. What you typed is kept here.';

interface SheetOptions {
  gridId: number;
  texts: Record<string, string>;
  save: FormAction;
  initial: FormState;
}

/** The state of a table of cells. Edits are shown at once and saved one after the other, since each save needs the token of the last. */
export function useSheet({ gridId, texts, save, initial }: SheetOptions) {
  const [state, dispatch] = useReducer(reduceSheet, texts, openSheet);
  const [, submit, isSaving] = useActionState(async (previous: FormState, edits: CellEdit[]) => {
    const next = await saveEdits(save, previous, gridId, edits);
    if (next.message === undefined) {
      const conflicts = (next.unsaved ?? []).map(({ text: mine, current: theirs, ...ref }) => ({
        ...{ featureId: ref.featureId, packageId: ref.packageId, mine, theirs },
      }));
      dispatch({ kind: 'saved', conflicts });
    } else {
      // What waits for a moderator isn't sent again.
      const unsent = next.goTo === undefined ? edits : [];
      dispatch({ kind: 'failed', edits: unsent, message: next.message });
    }
    return { values: {}, errors: {}, token: next.token };
  }, initial);
  const send = (edits: CellEdit[]) => {
    startTransition(() => {
      for (let start = 0; start < edits.length; start += MOST_CELLS) {
        submit(edits.slice(start, start + MOST_CELLS));
      }
    });
  };
  const apply = (edits: CellEdit[], by: 'user' | 'undo' | 'redo' = 'user') => {
    dispatch({ kind: 'apply', edits, by });
    send(edits.filter((it) => it.before !== it.after));
  };
  // A text field that goes away loses the focus, which must not end its draft a second time.
  const hasDraft = useRef(false);
  useWarning(isSaving || state.unsent.length > 0 || state.draft !== null);
  return {
    ...{ state, dispatch, apply, isSaving },
    beginDraft: (text: string) => {
      hasDraft.current = true;
      dispatch({ kind: 'draft', text });
    },
    /** Ends the draft, if there is one, with an edit or without. */
    endDraft: (edit?: CellEdit) => {
      if (!hasDraft.current) return;
      hasDraft.current = false;
      if (edit) apply([edit]);
      else dispatch({ kind: 'draft', text: null });
    },
    undo: () => {
      apply(inverseOf(state, state.undo), 'undo');
    },
    redo: () => {
      apply(inverseOf(state, state.redo), 'redo');
    },
    /** Saves cells as they are: their texts are still correct. */
    confirm: send,
    resend: () => {
      dispatch({ kind: 'resent' });
      send(state.unsent);
    },
  };
}

export type Sheet = ReturnType<typeof useSheet>;

async function saveEdits(
  save: FormAction,
  previous: FormState,
  gridId: number,
  edits: CellEdit[],
): Promise<FormState> {
  const data = new FormData();
  const cells = edits.map(({ featureId, packageId, before, after }): CellText => ({
    ...{ featureId, packageId, text: after, opened: before },
  }));
  data.set('token', previous.token);
  data.set('grid', String(gridId));
  data.set('cells', JSON.stringify(cells));
  try {
    const next = await save(previous, data);
    const [error] = Object.values(next.errors);
    const message = next.goTo === undefined ? error && `A cell ${error}.` : HELD;
    return message === undefined ? next : { ...next, message };
  } catch {
    return { ...previous, message: LOST };
  }
}

/** Asks before leaving the page while something isn't saved. */
function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [isUnsaved]);
}
