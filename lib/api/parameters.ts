import { z } from 'zod';
import { searchText } from '@/lib/list-query';
import { DAY_ZONE, parseTime } from '@/lib/time';
import { formatCount } from '@/lib/wording';
import { pythonInt } from './python-int';

/** What the OpenAPI document says of a parameter of a query: in a query everything is text, and this is what the text means. */
interface Description {
  description: string;
  means: z.ZodType;
  example?: string | number | boolean;
}

const descriptions = new WeakMap<z.ZodType, Description>();

function described<Schema extends z.ZodType>(schema: Schema, description: Description): Schema {
  descriptions.set(schema, description);
  return schema;
}

/** What is said of a parameter; undefined for one that has no description. */
export const descriptionOf = (parameter: z.ZodType) => descriptions.get(parameter);

export const DEFAULT_LIMIT = 20;
/** The most documents of one page. A client that asks for more gets so many, and the link to the next ones. */
export const MOST_DOCUMENTS = 10_000;

/** Beyond what a number holds exactly it is cut. */
const whole = pythonInt
  .refine((count) => count >= 0)
  .transform((count) => Math.min(count, Number.MAX_SAFE_INTEGER));

/** A parameter that other sites ignore, and clients therefore may send empty. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (text === '' ? undefined : text), schema.optional());

/** What the reference has. A value that can't be used falls back, since clients count on that. */
export const limit = described(
  whole
    .refine((count) => count > 0)
    .transform((count) => Math.min(count, MOST_DOCUMENTS))
    .catch(DEFAULT_LIMIT),
  {
    description: `How many documents to give, ${formatCount(MOST_DOCUMENTS)} at most. What is no number above 0 counts as ${DEFAULT_LIMIT}.`,
    means: z.int().min(1).max(MOST_DOCUMENTS).default(DEFAULT_LIMIT),
    example: 100,
  },
);

export const offset = described(whole.catch(0), {
  description: 'How many documents to leave out before. What is no number counts as 0.',
  means: z.int().min(0).default(0),
});

export const q = described(
  searchText.transform(({ q: text }) => text),
  {
    description: 'Words to look for, as in the search of the site.',
    means: z.string().max(200),
    example: 'task queue',
  },
);

/** The fields of a list to sort by: each, and each with a minus before it for falling order. */
export function orderingBy<Field extends string>(fields: readonly Field[]) {
  const orders = fields.flatMap((field): (Field | `-${Field}`)[] => [field, `-${field}`]);
  return described(given(z.enum(orders)), {
    description: 'The field to sort by, with a minus before it for falling order.',
    means: z.enum(orders).meta({ default: '-id' }),
  });
}

const yes = ['true', '1', 'yes'];
const no = ['false', '0', 'no'];

export const active = described(
  given(z.enum([...yes, ...no]).transform((text) => yes.includes(text))),
  {
    description:
      'Whether to give packages that are neither deprecated nor archived, or only those that are.',
    means: z.boolean(),
    example: true,
  },
);

export const categorySlug = described(given(z.string().max(200)), {
  description: 'Slug of the category to look in.',
  means: z.string(),
  example: 'apps',
});

const moment = z.string().transform((text, context) => {
  // A plus that was not encoded arrives as a blank.
  const time = parseTime(text.replace(/ (?=\d\d:\d\d$)/, '+'), DAY_ZONE);
  if (time === undefined) {
    context.addIssue(
      'must be an ISO 8601 date or time, such as 2026-05-06 or 2026-05-06T07:25:10Z',
    );
  }
  return time ?? 0;
});

export const modifiedSince = described(given(moment), {
  description: 'Leave out what was neither edited nor read anew at or after this time.',
  means: z.string(),
  example: '2026-05-06T07:25:10Z',
});

export const include = described(given(z.enum(['facts'])), {
  description:
    'What to add to the documents: `facts`, behind the old keys, is everything else that is known.',
  means: z.enum(['facts']),
});

interface Names {
  /** What is named, for the words of the error. */
  what: string;
  fewest: number;
  most: number;
  example: string;
}

/** Names apart by commas, each once. */
export function namesOf({ what, fewest, most, example }: Names) {
  const count = `${fewest} to ${most}`;
  const rule = `must hold ${count} ${what}, apart by commas`;
  const names = z
    .string({ error: rule })
    .transform((text) => text.split(',').map((name) => name.trim()))
    .transform((all) => [...new Set(all)].filter((name) => name !== ''))
    .refine((all) => all.length >= fewest && all.length <= most, rule);
  return described(names, {
    description: `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}, apart by commas: ${count} of them.`,
    means: z.string(),
    example,
  });
}
