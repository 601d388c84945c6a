import { z } from 'zod';
import { MOST_GUESSED } from '../check/limits';
import { healthNumber } from './health';
import { linkTo, slug, timeOf, title } from './fields';

const replacementSchema = z
  .object({
    title: z.string(),
    package: linkTo('the package').nullable().meta({ description: 'Null if it is not listed.' }),
    url: z
      .url()
      .nullable()
      .meta({ description: 'Address of a replacement that is not listed here.' }),
  })
  .meta({ id: 'Replacement', description: 'What to use instead of the package.' });

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
      description:
        'Whether it has commits within the last year and is neither deprecated nor archived; null if unknown.',
    }),
    is_deprecated: z.boolean(),
    is_archived: z.boolean(),
    replaced_by: replacementSchema.nullable(),
    warnings: z.array(warningSchema),
  })
  .meta({ id: 'CheckedPackage', description: 'A package that is listed here.' });

const nearestSchema = z
  .object({ slug, title, url: linkTo('the package') })
  .meta({ id: 'NearestPackage', description: 'A package with a similar name.' });

const place = {
  line: z.int().min(1).meta({ description: 'First line, counting from 1.' }),
  last_line: z.int().min(1).meta({ description: 'Last line, if backslashes continue it.' }),
};

const checkedSchema = z
  .object({
    asked: z.string().meta({ examples: ['Django_Q==1.3.9'] }),
    is_listed: z.boolean(),
    package: listedSchema.nullable(),
    ...place,
    name: z
      .string()
      .nullable()
      .meta({
        description: 'Normalized PyPI name; null if only an address was given.',
        examples: ['django-q'],
      }),
    extras: z.array(z.string()),
    specifier: z
      .string()
      .nullable()
      .meta({
        description: 'Version specifiers; null if any version is allowed.',
        examples: ['==1.3.9'],
      }),
    marker: z
      .string()
      .nullable()
      .meta({
        description: 'Environment marker; null if it applies everywhere.',
        examples: ['python_version < "3.9"'],
      }),
    allows_newest: z.boolean().nullable().meta({
      description: 'Whether the specifiers allow the newest version; null if unknown.',
    }),
    nearest: z
      .array(nearestSchema)
      .nullable()
      .meta({
        description: `Up to three packages with a similar name, for projects that are not listed. Null for all but the first ${MOST_GUESSED} of them.`,
      }),
  })
  .meta({
    id: 'Checked',
    description: 'One of the requested projects and its package, if listed.',
  });

const noteSchema = z
  .object({
    ...place,
    text: z.string().meta({ examples: ['-r base.txt'] }),
    reason: z.string().meta({ examples: ['requirements file'] }),
  })
  .meta({ id: 'CheckNote', description: 'A line that was not checked, with the reason.' });

export const checkSchema = z
  .object({
    asked: z.int(),
    listed: z.int(),
    deprecated: z.int(),
    archived: z.int(),
    unmaintained: z.int().meta({
      description: 'Unmaintained packages, including deprecated and archived ones.',
    }),
    results: z.array(checkedSchema).meta({ description: 'In the order requested.' }),
    lines: z.int().meta({
      description: 'Number of lines received. Each is in results, skipped or refused.',
    }),
    skipped: z.array(noteSchema).meta({
      description: 'Comments, options, local paths and repeated lines.',
    }),
    refused: z.array(noteSchema).meta({ description: 'Lines that can’t be parsed.' }),
  })
  .meta({ id: 'Check', description: 'Whether the requested projects are listed and maintained.' });

export type CheckDocument = z.infer<typeof checkSchema>;
