import { z } from 'zod';
import { count, slug, timeOf, title } from './fields';

const copy = (of: string) => z.string().meta({ description: `Same as ${of}, for old clients.` });

const hitSchema = z
  .object({
    description: z.string(),
    title,
    title_no_prefix: copy('title'),
    slug_no_prefix: copy('slug'),
    clean_title: copy('title'),
    absolute_url: z.string().meta({
      description: 'Path of its page.',
      examples: ['/packages/p/django-q/'],
    }),
    created: timeOf('When the record was added here'),
    modified: timeOf('When the record was last edited here'),
    weight: z.int().meta({ description: 'Weight for ranking, by popularity and maintenance.' }),
    item_type: z.enum(['package', 'grid']),
    slug,
    category: z.string().meta({ description: 'Title of its category; empty for a grid.' }),
    repo_watchers: count.meta({ description: 'Stars; 0 if unknown or a grid.' }),
    repo_forks: count.meta({ description: 'Forks; 0 if unknown or a grid.' }),
    pypi_downloads: count.meta({ description: 'Always 0; only download ranks are known.' }),
    score: z
      .int()
      .meta({ description: 'The score used by djangopackages.org, by stars and activity.' }),
    usage: count.meta({ description: 'Number of users on djangopackages.org.' }),
    participants: z
      .string()
      .meta({ description: 'Account names of contributors, separated by commas.' }),
    last_committed: timeOf('Date of the last commit').nullable(),
    last_released: timeOf('Date of the newest release').nullable(),
  })
  .meta({ id: 'SearchHit', description: 'A package or grid that matches.' });

export const searchSchema = z
  .array(hitSchema)
  .max(20)
  .meta({ id: 'SearchHits', description: 'Matching packages and grids, best first.' });
