import { z } from 'zod';
import { isFacetValue } from '@/lib/facets/choice';
import { mapFacets } from '@/lib/facets/facets';
import { searchText } from '@/lib/list/query';
import { DAY_ZONE, parseTime } from '@/lib/time';
import { formatCount } from '@/lib/text/wording';
import { pythonInt } from './python-int';

/** How the OpenAPI document describes a query parameter. Query values are text; `means` is the type they stand for. */
interface Description {
  description: string;
  means: z.ZodType;
  example?: string | number | boolean;
  /** Whether invalid values are ignored: djangopackages.org ignores the parameter, so its clients may send any value. */
  isLenient?: boolean;
}

const descriptions = new WeakMap<z.ZodType, Description>();

/** Attaches an OpenAPI description to a parameter. */
export function described<Schema extends z.ZodType>(
  schema: Schema,
  description: Description,
): Schema {
  descriptions.set(schema, description);
  return schema;
}

/** The description of a parameter, or undefined if it has none. */
export const descriptionOf = (parameter: z.ZodType) => descriptions.get(parameter);

export const DEFAULT_LIMIT = 20;
/** Maximum page size. A higher limit is reduced to this, with a link to the next page. */
export const MOST_DOCUMENTS = 10_000;
/** Larger pages are read and sent in parts of this many results, so that nothing else waits for the whole. */
export const MOST_AT_ONCE = 500;

/** A non-negative integer, capped at the safe integer range. */
const whole = pythonInt
  .refine((count) => count >= 0)
  .transform((count) => Math.min(count, Number.MAX_SAFE_INTEGER));

/** An optional parameter; empty counts as absent, since clients may send it empty to sites that ignore it. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (text === '' ? undefined : text), schema.optional());

/** As on djangopackages.org. Invalid values fall back to the default, since clients rely on that. */
export const limit = described(
  whole
    .refine((count) => count > 0)
    .transform((count) => Math.min(count, MOST_DOCUMENTS))
    .catch(DEFAULT_LIMIT),
  {
    description: `Number of results per page, up to ${formatCount(MOST_DOCUMENTS)}. Invalid values count as ${DEFAULT_LIMIT}.`,
    means: z.int().min(1).max(MOST_DOCUMENTS).default(DEFAULT_LIMIT),
    example: 100,
  },
);

export const offset = described(whole.catch(0), {
  description: 'Results to skip. Invalid values count as 0.',
  means: z.int().min(0).default(0),
});

export const q = described(
  searchText.transform(({ q: text }) => text),
  {
    description:
      'Search text, as on the site: words, "phrases", -excluded words, filters such as `python:3.13`, the URL of a package, or a line of a requirements file.',
    means: z.string().max(200),
    example: 'task queue',
  },
);

/** An `ordering` parameter: any of the fields, with a leading minus for descending order. */
export function orderingBy<Field extends string>(fields: readonly Field[]) {
  const orders = fields.flatMap((field): (Field | `-${Field}`)[] => [field, `-${field}`]);
  return described(given(z.enum(orders)), {
    description: 'Field to sort by; prefix it with a minus for descending order.',
    means: z.enum(orders).meta({ default: '-id' }),
    isLenient: true,
  });
}

const yes = ['true', '1', 'yes'];
const no = ['false', '0', 'no'];

export const active = described(
  given(
    z
      .string()
      .toLowerCase()
      .pipe(z.enum([...yes, ...no]))
      .transform((text) => yes.includes(text)),
  ),
  {
    description:
      '`true` for packages that are neither deprecated nor archived, `false` for those that are.',
    means: z.boolean(),
    example: true,
    isLenient: true,
  },
);

const everyFacet = mapFacets(({ description, example }) =>
  described(given(z.string().refine(isFacetValue)), {
    description,
    means: z.string(),
    example,
    isLenient: true,
  }),
);

/** The filters of the package list, one for each facet except those of pages only, with the same values as on the site. */
export const facetParameters = z.object(everyFacet).omit({ committed: true }).shape;

const timestamp = z.string().transform((text, context) => {
  // An unencoded plus arrives as a space.
  const time = parseTime(text.replace(/ (?=\d\d:\d\d$)/, '+'), DAY_ZONE);
  if (time === undefined) {
    context.addIssue(
      'must be an ISO 8601 date or time, such as 2026-05-06 or 2026-05-06T07:25:10Z',
    );
  }
  return time ?? 0;
});

export const modifiedSince = described(given(timestamp), {
  description: 'Only records edited or fetched at or after this time.',
  means: z.string(),
  example: '2026-05-06T07:25:10Z',
});

export const include = described(given(z.enum(['facts'])), {
  description: 'Extra fields: `facts` adds everything else known, under the key `facts`.',
  means: z.enum(['facts']),
});

interface Names {
  /** Plural noun for error messages, such as `slugs`. */
  what: string;
  fewest: number;
  most: number;
  example: string;
}

/** A comma-separated list of names, without duplicates. */
export function namesOf({ what, fewest, most, example }: Names) {
  const count = `${fewest} to ${most}`;
  const rule = `must have ${count} ${what}, separated by commas`;
  const names = z
    .string({ error: rule })
    .transform((text) => text.split(',').map((name) => name.trim()))
    .transform((all) => [...new Set(all)].filter((name) => name !== ''))
    .refine((all) => all.length >= fewest && all.length <= most, rule);
  return described(names, {
    description: `${count} ${what}, separated by commas.`,
    means: z.string(),
    example,
  });
}
