import { z } from 'zod';

/** Fields shared by many documents, with their OpenAPI descriptions. */

export const id = z
  .int()
  .positive()
  .meta({ description: 'Number of the record; it never changes.' });

export const slug = z.string().meta({
  description: 'Name in addresses. A former one goes on working.',
  examples: ['django-q'],
});

export const title = z.string().meta({ description: 'Name for people.', examples: ['Django Q'] });

/** Absolute URL of a page or another document of the API. */
export const linkTo = (what: string) =>
  z.url().meta({ description: `Address of ${what}.`, examples: ['https://example.org/api/v4/'] });

const time = z.iso.datetime({ offset: true }).meta({ examples: ['2026-05-06T07:25:10-04:00'] });

export const timeOf = (what: string) =>
  time.meta({ description: `${what}, in the time zone of the site, to the microsecond.` });

export const created = timeOf('When the record was added here');
export const modified = timeOf('When somebody last edited the record here');

export const count = z.int().nonnegative();
