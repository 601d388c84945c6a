import { z } from 'zod';
import { metricKeys } from '@/lib/comparison/metrics';

/** A text that people enter: trimmed, and without control characters except line breaks. */
export const typed = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replaceAll('\r\n', '\n')
        .replaceAll(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(z.string().max(most, `must have at most ${most} characters`));

/** The same on one line. */
export const line = (most: number) => typed(most).transform((text) => text.replaceAll(/\s+/g, ' '));

export const required = (most: number) => line(most).pipe(z.string().min(1, 'is required'));

/** What people enter for a grid. The limits are those of djangopackages.org. */
export const gridFields = z.object({ title: required(100), description: typed(1000) });

/** What people enter for a feature. */
export const featureFields = z.object({
  title: required(100),
  description: typed(1000),
  metric: z
    .union([z.literal('').transform(() => null), z.enum(metricKeys, 'must be one of the options')])
    .default(null),
});

/** What people enter for a cell; an empty text means no cell. */
export const cellFields = z.object({
  text: typed(1000),
  evidence: line(200),
  comment: typed(1000),
});

/** Why somebody makes a change. */
export const changeComment = line(500);

export type GridFields = z.output<typeof gridFields>;
export type FeatureFields = z.output<typeof featureFields>;
export type CellFields = z.output<typeof cellFields>;
