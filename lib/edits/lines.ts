import { z } from 'zod';

/** Longest line, in characters: as long as the longest address of a package. */
const LONGEST = 300;

/** Lines of text that people enter, such as names of packages: trimmed, without empty and repeated ones. */
export const lines = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
          .filter((line) => line !== ''),
      ),
    ])
    .pipe(
      z
        .array(z.string().max(LONGEST, `must have at most ${LONGEST} characters a line`))
        .max(most, `must have at most ${most} lines`),
    );
