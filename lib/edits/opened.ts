import { z } from 'zod';

/** The hidden field `opened` of a form: what its fields were when it was opened, as JSON. Anything else is taken for nothing. */
export const openedFields = z
  .string()
  .transform((text): Record<string, string> => {
    const parsed = fields.safeParse(parseJson(text));
    return parsed.success ? parsed.data : {};
  })
  .catch({});

const fields = z
  .record(z.string(), z.unknown())
  .transform((all) =>
    Object.fromEntries(
      Object.entries(all).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
  );

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
