import { z } from 'zod';
import { count, created, id, linkTo, modified, slug, timeOf, title } from './fields';
import { packageMetadataSchema } from './metadata';

/** Keys in the order of djangopackages.org, since some clients print them. */
export const packageSchema = z
  .object({
    category: linkTo('its category'),
    grids: z
      .array(linkTo('a grid'))
      .meta({ description: 'Its grids, in the order it was added to them.' }),
    id,
    title,
    slug,
    last_updated: timeOf('Date of the last commit')
      .nullable()
      .describe('Date of the last commit; null if unknown.'),
    last_fetched: timeOf('When its data was last fetched')
      .nullable()
      .describe('When its data was last fetched; null if never.'),
    repo_url: z.string().meta({ description: 'URL of its repository; empty if it has none.' }),
    pypi_version: z
      .string()
      .nullable()
      .meta({
        description:
          'Its newest release: the highest final version by PEP 440. Null if unknown or not on PyPI.',
        examples: ['1.3.9'],
      }),
    created,
    modified,
    repo_forks: count.meta({ description: 'Forks of its repository; 0 if unknown.' }),
    repo_description: z.string().meta({ description: "The project's own description." }),
    pypi_url: z.string().meta({
      description: 'URL on PyPI, in one of several historical forms; empty if not on PyPI.',
    }),
    documentation_url: z
      .string()
      .nullable()
      .meta({ description: 'URL of its documentation; null or empty if unknown.' }),
    repo_watchers: count.meta({ description: 'Stars of its repository; 0 if unknown.' }),
    commits_over_52: z
      .array(count)
      .max(52)
      .meta({ description: 'Commits in each of 52 weeks, oldest first; empty if unknown.' }),
    participants: z
      .array(z.string())
      .meta({ description: 'Account names of its contributors, sorted by commits.' }),
    facts: packageMetadataSchema.optional(),
  })
  .meta({ id: 'Package', description: 'A package, active or not.' });

export type PackageDocument = z.infer<typeof packageSchema>;
