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
  .meta({ id: 'ComparedPackage', description: 'A package of a comparison.' });

const value = z
  .union([z.number(), z.string(), z.array(z.string()), z.array(z.number())])
  .nullable()
  .meta({ description: 'A number, a text, a date, or a list of them; null where nobody knows.' });

const metricValueSchema = z
  .object({
    package: id,
    value,
    note: z.string().nullable().meta({
      description: 'What belongs to the value, such as the number of the newest release.',
    }),
    as_of: partialDate.nullable().meta({ description: 'When it was read; null if unknown.' }),
  })
  .meta({ id: 'MetricValue', description: 'A figure of one package.' });

const metricSchema = z
  .object({
    key: z.string().meta({ examples: ['repo_watchers'] }),
    label: z.string().meta({ examples: ['Stars'] }),
    description: z.string(),
    group: z.string().meta({ examples: ['Is it used?'] }),
    better: z
      .enum(['higher', 'lower'])
      .nullable()
      .meta({ description: 'Which values are the better ones; null where none is.' }),
    values: z.array(metricValueSchema).meta({ description: 'In the order of the packages.' }),
  })
  .meta({ id: 'Metric', description: 'A figure of all packages.' });

const evidenceSchema = z
  .object({
    text: z.string(),
    url: z.url().nullable().meta({ description: 'The lines in the repository, if it names any.' }),
  })
  .meta({ id: 'Evidence', description: 'Where a cell was read.' });

const cellSchema = z
  .object({
    package: id,
    text: z.string().meta({ description: 'What people wrote, as they wrote it.' }),
    mark: z.enum(['yes', 'no']).nullable().meta({ description: 'What it says, if yes or no.' }),
    evidence: evidenceSchema.nullable(),
  })
  .meta({ id: 'Cell', description: 'What is said of a feature of one package.' });

const featureSchema = z
  .object({
    id,
    grid: linkTo('the grid that has it'),
    title: z.string(),
    description: z.string(),
    cells: z.array(cellSchema).meta({
      description: 'The packages of which something is said, in their order.',
    }),
  })
  .meta({ id: 'Feature', description: 'A row of a grid that people fill in.' });

export const comparisonSchema = z
  .object({
    title: z.string(),
    page: linkTo('the page that shows it'),
    packages: z.array(comparedSchema),
    metrics: z.array(metricSchema),
    features: z.array(featureSchema),
  })
  .meta({ id: 'Comparison', description: 'Packages side by side.' });

export type ComparisonDocument = z.infer<typeof comparisonSchema>;
