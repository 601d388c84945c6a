import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CommandError } from '@/server/cli/command-error';

/** An option such as `--seconds 60`, with its default. */
export const whole = (usual: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number')
    .transform(Number)
    .default(usual);

/** Parses the options of a command. Throws CommandError. */
export function parseOptions<Shape extends z.ZodRawShape>(
  words: string[],
  schema: z.ZodObject<Shape>,
) {
  const options = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, { type: 'string' as const }]),
  );
  const parsed = schema.safeParse(valuesOf(words, options));
  if (parsed.success) return parsed.data;
  throw new CommandError(
    parsed.error.issues.map(({ path, message }) => `--${path.join()} ${message}.`).join('\n'),
  );
}

function valuesOf(args: string[], options: Record<string, { type: 'string' }>) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}
