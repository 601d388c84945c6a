import { z } from 'zod';
import { count, slug, timeOf, title } from './fields';

const copy = (of: string) =>
  z.string().meta({ description: `The ${of} once more, for old clients.` });

const hitSchema = z
  .object({
    description: z.string(),
    title,
    title_no_prefix: copy('title'),
    slug_no_prefix: copy('slug'),
    clean_title: copy('title'),
    absolute_url: z.string().meta({
      description: 'Its page here, without the host.',
      examples: ['/packages/p/django-q/'],
    }),
    created: timeOf('When the record was added here'),
    modified: timeOf('When somebody last edited the record here'),
    weight: z.int().meta({ description: 'How well known and kept up it is, to rank by.' }),
    item_type: z.enum(['package', 'grid']),
    slug,
    category: z.string().meta({ description: 'Title of its category; empty for a grid.' }),
    repo_watchers: count.meta({ description: 'Stars; 0 if unknown and for a grid.' }),
    repo_forks: count.meta({ description: 'Forks; 0 if unknown and for a grid.' }),
    pypi_downloads: count.meta({ description: 'Always 0: only the rank by downloads is known.' }),
    score: z.int().meta({ description: 'The score of the reference, by stars and activity.' }),
    usage: count.meta({ description: 'How many people said that they use it.' }),
    participants: z.string().meta({ description: 'Accounts of contributors, apart by commas.' }),
    last_committed: timeOf('When its repository last changed').nullable(),
    last_released: timeOf('When its newest version came out').nullable(),
  })
  .meta({ id: 'SearchHit', description: 'A package or a grid that was found.' });

export const searchSchema = z
  .array(hitSchema)
  .max(20)
  .meta({ id: 'SearchHits', description: 'Packages and grids, the best first.' });
