import { z } from 'zod';
import { healthNumber } from './health';
import { linkTo, slug, timeOf, title } from './fields';

const replacementSchema = z
  .object({
    title: z.string(),
    package: linkTo('the package').nullable().meta({ description: 'Null where it is not listed.' }),
    url: z.url().nullable().meta({ description: 'Where it is, if it is not listed.' }),
  })
  .meta({ id: 'Replacement', description: 'What to use in place of a package.' });

const warningSchema = z
  .object({
    key: z.string().meta({ examples: ['unmaintained'] }),
    text: z.string(),
    advice: z.string(),
  })
  .meta({ id: 'Warning', description: 'What to know before depending on a package.' });

const listedSchema = z
  .object({
    url: linkTo('the package'),
    slug,
    title,
    pypi_name: z.string().nullable(),
    newest_version: z.string().nullable(),
    health: healthNumber,
    last_commit: timeOf('When its repository last changed').nullable(),
    is_maintained: z.boolean().nullable().meta({
      description: 'Whether it changed within a year and was not given up; null if unknown.',
    }),
    is_deprecated: z.boolean(),
    is_archived: z.boolean(),
    replaced_by: replacementSchema.nullable(),
    warnings: z.array(warningSchema),
  })
  .meta({ id: 'CheckedPackage', description: 'What is known of a package that is listed.' });

const checkedSchema = z
  .object({
    asked: z.string().meta({ examples: ['Django_Q==1.3.9'] }),
    is_listed: z.boolean(),
    package: listedSchema.nullable(),
  })
  .meta({ id: 'Checked', description: 'One project and what is known of it.' });

export const checkSchema = z
  .object({
    asked: z.int(),
    listed: z.int(),
    deprecated: z.int(),
    archived: z.int(),
    unmaintained: z.int().meta({
      description: 'Those not maintained, the deprecated and archived ones among them.',
    }),
    results: z.array(checkedSchema).meta({ description: 'In the order in which they were named.' }),
  })
  .meta({ id: 'Check', description: 'What is known of some projects.' });

export type CheckDocument = z.infer<typeof checkSchema>;
