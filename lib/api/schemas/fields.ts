import { z } from 'zod';

/** Fields shared by many documents, with their OpenAPI descriptions. */

export const id = z.int().positive().meta({ description: 'ID of the record; never changes.' });

export const slug = z.string().meta({
  description: 'Name in URLs. Former slugs redirect.',
  examples: ['django-q'],
});

export const title = z.string().meta({ description: 'Display name.', examples: ['Django Q'] });

/** Absolute URL of a page or another document of the API. */
export const linkTo = (what: string) =>
  z.url().meta({ description: `Address of ${what}.`, examples: ['https://example.org/api/v4/'] });

const time = z.iso.datetime({ offset: true }).meta({ examples: ['2026-05-06T07:25:10-04:00'] });

export const timeOf = (what: string) =>
  time.meta({ description: `${what}, in the time zone of the site, with microseconds.` });

export const created = timeOf('When the record was added here');
export const modified = timeOf('When the record was last edited here');

export const count = z.int().nonnegative();
