import { z } from 'zod';

/** The hidden field `opened` of a form: the values of its fields when it was opened, as JSON. Anything else counts as empty. */
export const openedFields = z
  .string()
  .transform((text): Record<string, string> => {
    const parsed = openedRecord.safeParse(parseJson(text));
    return parsed.success ? parsed.data : {};
  })
  .catch({});

/** The texts among the values of a record. */
export const openedRecord = z
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
