import { z } from 'zod';
import { DAY_ZONE, parseTime } from '@/lib/time';

/** In microseconds. Earlier times come from numbers in another unit; the database rejects them. */
const EARLIEST = 100_000_000_000_000;

/** A time; those of older hosts have no offset and are in New York time. */
export const time = z.string().transform((text, context) => {
  const parsed = parseTime(text, DAY_ZONE);
  if (parsed === undefined) context.addIssue('must be an ISO date or time');
  else if (parsed <= EARLIEST) context.addIssue('must be later than 1973-03-03');
  return parsed ?? 0;
});

/** The search index holds ids below twice this, and rows created here get ids above the highest one. */
export const MOST_ID = 2 ** 31 - 1;

/** Lower ids are reserved for djangopackages.org, so that records imported from there later can't collide. */
export const FIRST_OWN_ID = 1_000_001;

export const id = z.int().positive().max(MOST_ID);
export const slug = z.string().regex(/^[-\w]{1,50}$/, 'must be 1 to 50 letters, digits, - or _');
export const count = z.int().nonnegative();

/** Longer than any link that a host sends, in characters. */
export const MOST_LINK = 2000;

const linkText = z.string().max(MOST_LINK);

/** Parses the id at the end of a link to a record, such as `…/api/v4/grids/116/?format=api`. */
export function link(resource: 'categories' | 'grids' | 'packages') {
  const pattern = new RegExp(`/${resource}/(\\d{1,15})(?:\\.json|\\.api)?/?(?:[?#].*)?$`);
  return linkText.transform((text, context) => {
    const found = Number(pattern.exec(text)?.[1] ?? 0);
    if (found === 0) context.addIssue(`must be a link that ends in /${resource}/<id>/`);
    return found;
  });
}

/** Like `link`, but also returns the host of the link. */
export function linkWithHost(resource: 'categories') {
  const inner = link(resource);
  return linkText.transform((text, context) => {
    const parsed = inner.safeParse(text);
    for (const { message } of parsed.error?.issues ?? []) context.addIssue(message);
    const host = URL.canParse(text) ? new URL(text).host : undefined;
    return { id: parsed.data ?? 0, host };
  });
}
