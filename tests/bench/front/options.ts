import { z } from 'zod';
import { whole } from '../options';

/** How long and on which pages to measure. */
export const sideOptions = z.object({
  /** Words, one of which the name of a page must contain; all pages if empty. */
  pages: z
    .string()
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .default([]),
  rounds: whole(5),
  seconds: whole(4),
  connections: whole(16),
});

export type SideOptions = z.infer<typeof sideOptions>;
