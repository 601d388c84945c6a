import type { UnsavedText } from '@/lib/edits/cell-texts';

/** What a form shows: the input, and its errors. */
export interface FormState {
  values: Record<string, string>;
  /** Error by name of field. */
  errors: Record<string, string>;
  /** An error that belongs to no single field, or a result. */
  message?: string;
  /** For the next attempt. */
  token: string;
  /** Texts of cells that weren't saved, if it is the form of a table of cells. */
  unsaved?: UnsavedText[];
  /** A page to go on to: of this site, or of a sign-in provider. */
  goTo?: string;
}

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
