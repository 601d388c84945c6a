import { z } from 'zod';
import { cellFields } from './fields';

/** Most cells that one request can save; a larger block is pasted in parts. */
export const MOST_CELLS = 1000;

const id = z.number().int().positive();

/** The text of a cell to save; `opened` is the text that it had when its editor saw it. */
export const cellText = z.object({
  featureId: id,
  packageId: id,
  text: cellFields.shape.text,
  opened: z.string(),
});

export type CellText = z.output<typeof cellText>;

/** A text that wasn't saved; `current` is the cell's text, null if its feature or package is no longer in the grid. */
export interface UnsavedText extends CellText {
  current: string | null;
}

/** The texts of several cells, as JSON. */
export const cellTexts = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('must be JSON');
      return z.NEVER;
    }
  })
  .pipe(z.array(cellText).min(1, 'are required').max(MOST_CELLS, `must be at most ${MOST_CELLS}`));
