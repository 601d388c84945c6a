import { z } from 'zod';
import { count, created, id, linkTo, modified, slug, timeOf, title } from './fields';
import { packageMetadataSchema } from './metadata';

/** Keys in the order of djangopackages.org, since some clients print them. */
export const packageSchema = z
  .object({
    category: linkTo('its category'),
    grids: z
      .array(linkTo('a grid'))
      .meta({ description: 'The grids that compare it, in the order in which it joined them.' }),
    id,
    title,
    slug,
    last_updated: timeOf('When its repository last changed')
      .nullable()
      .describe('When its repository last changed; null if unknown.'),
    last_fetched: timeOf('When figures were last read')
      .nullable()
      .describe('When its figures were last read from their sources; null if never.'),
    repo_url: z.string().meta({ description: 'Address of its repository; empty if it has none.' }),
    pypi_version: z
      .string()
      .nullable()
      .meta({
        description:
          'Its newest release, the highest final one by PEP 440; null if PyPI was never asked or has none.',
        examples: ['1.3.9'],
      }),
    created,
    modified,
    repo_forks: count.meta({ description: 'Forks of its repository; 0 if unknown.' }),
    repo_description: z.string().meta({ description: 'What it is, in its own words.' }),
    pypi_url: z
      .string()
      .meta({ description: 'Where it is on PyPI, in one of several old forms; empty if nowhere.' }),
    documentation_url: z
      .string()
      .nullable()
      .meta({ description: 'Where its documentation is; null or empty if unknown.' }),
    repo_watchers: count.meta({ description: 'Stars of its repository; 0 if unknown.' }),
    commits_over_52: z
      .array(count)
      .max(52)
      .meta({ description: 'Commits of 52 weeks, the oldest first; empty if unknown.' }),
    participants: z
      .array(z.string())
      .meta({ description: 'Account names of its contributors, most commits first.' }),
    facts: packageMetadataSchema.optional(),
  })
  .meta({ id: 'Package', description: 'A package, whatever its state.' });

export type PackageDocument = z.infer<typeof packageSchema>;
