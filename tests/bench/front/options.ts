import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CommandError } from '@/lib/cli/command-error';

const whole = (fallback: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a whole number above 0')
    .default(fallback)
    .transform(Number);

const schema = z.object({
  /** Words of which the name of a page must hold one; all pages where there is none. */
  pages: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((word) => word !== '')),
  rounds: whole('5'),
  seconds: whole('4'),
  connections: whole('16'),
});

export type SideOptions = z.infer<typeof schema>;

/** How long and on which pages to measure, from the words after the command. */
export function parseSideOptions(words: string[]): SideOptions {
  const options = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, { type: 'string' as const }]),
  );
  const parsed = schema.safeParse(parseArgs({ args: words, options }).values);
  if (parsed.success) return parsed.data;
  throw new CommandError(
    parsed.error.issues.map(({ path, message }) => `--${path.join()} ${message}.`).join('\n'),
  );
}
