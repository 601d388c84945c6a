import { z } from 'zod';
import { id, linkTo, slug, title } from './fields';
import { partialDate } from './version';

const comparedSchema = z
  .object({
    url: linkTo('the package'),
    id,
    slug,
    title,
    is_deprecated: z.boolean(),
    is_archived: z.boolean(),
  })
  .meta({ id: 'ComparedPackage', description: 'A compared package.' });

const value = z
  .union([z.number(), z.string(), z.array(z.string()), z.array(z.number())])
  .nullable()
  .meta({
    description: 'A number, a string, a date, or a list of strings or numbers; null if unknown.',
  });

const metricValueSchema = z
  .object({
    package: id,
    value,
    note: z.string().nullable().meta({
      description: 'Additional text, such as the version number of the newest release.',
    }),
    as_of: partialDate.nullable().meta({ description: 'Date of the value; null if unknown.' }),
  })
  .meta({ id: 'MetricValue', description: "One package's value of a metric." });

const metricSchema = z
  .object({
    key: z.string().meta({ examples: ['repo_watchers'] }),
    label: z.string().meta({ examples: ['Stars'] }),
    description: z.string(),
    group: z.string().meta({ examples: ['Is it used?'] }),
    better: z
      .enum(['higher', 'lower'])
      .nullable()
      .meta({ description: 'Which values are better; null if neither.' }),
    values: z.array(metricValueSchema).meta({ description: 'In the order of `packages`.' }),
  })
  .meta({ id: 'Metric', description: 'A metric with its value for each package.' });

const evidenceSchema = z
  .object({
    text: z.string(),
    url: z
      .url()
      .nullable()
      .meta({ description: 'Link to the lines in the repository; null if unknown.' }),
  })
  .meta({ id: 'Evidence', description: 'Source of a cell.' });

const cellSchema = z
  .object({
    package: id,
    text: z.string().meta({ description: 'The text as entered by editors.' }),
    mark: z
      .enum(['yes', 'no'])
      .nullable()
      .meta({ description: 'The text as yes or no; null if it is neither.' }),
    evidence: evidenceSchema.nullable(),
  })
  .meta({ id: 'Cell', description: 'Whether or how a package has a feature.' });

const featureSchema = z
  .object({
    id,
    grid: linkTo('its grid'),
    title: z.string(),
    description: z.string(),
    cells: z.array(cellSchema).meta({
      description: 'Only packages with a text, in the order of `packages`.',
    }),
  })
  .meta({ id: 'Feature', description: 'A feature that a grid compares, filled in by editors.' });

export const comparisonSchema = z
  .object({
    title: z.string(),
    page: linkTo('the page of the comparison'),
    packages: z.array(comparedSchema),
    metrics: z.array(metricSchema),
    features: z.array(featureSchema),
  })
  .meta({ id: 'Comparison', description: 'A comparison of packages.' });

export type ComparisonDocument = z.infer<typeof comparisonSchema>;
