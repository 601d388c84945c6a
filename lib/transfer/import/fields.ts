import { z } from 'zod';
import { DAY_ZONE, parseTime } from '@/lib/time';

/** Earlier moments are no moments of a catalogue but numbers of another unit, which the database refuses. */
const EARLIEST = 100_000_000_000_000;

/** Older hosts write times without an offset, in New York. */
export const time = z.string().transform((text, context) => {
  const parsed = parseTime(text, DAY_ZONE);
  if (parsed === undefined) context.addIssue('must be an ISO date or time');
  else if (parsed <= EARLIEST) context.addIssue('must be later than 1973-03-03');
  return parsed ?? 0;
});

/** The index holds numbers below twice this, and rows that are made here get the numbers after the highest. */
export const MOST_ID = 2 ** 31 - 1;

export const id = z.int().positive().max(MOST_ID);
export const slug = z.string().regex(/^[-\w]{1,50}$/, 'must be 1 to 50 letters, digits, - or _');
export const count = z.int().nonnegative();

/** The id at the end of a link to a record: `…/api/v4/grids/116/?format=api`. */
export function link(resource: 'categories' | 'grids' | 'packages') {
  const pattern = new RegExp(`/${resource}/(\\d{1,15})(?:\\.json|\\.api)?/?(?:[?#].*)?$`);
  return z.string().transform((text, context) => {
    const found = Number(pattern.exec(text)?.[1] ?? 0);
    if (found === 0) context.addIssue(`must be a link that ends in /${resource}/<id>/`);
    return found;
  });
}

/** The same with the host that the link leads to. */
export function linkWithHost(resource: 'categories') {
  const inner = link(resource);
  return z.string().transform((text, context) => {
    const parsed = inner.safeParse(text);
    for (const { message } of parsed.error?.issues ?? []) context.addIssue(message);
    const host = URL.canParse(text) ? new URL(text).host : undefined;
    return { id: parsed.data ?? 0, host };
  });
}
