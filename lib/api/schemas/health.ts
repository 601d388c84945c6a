import { z } from 'zod';
import { count, linkTo, timeOf } from './fields';

export const healthNumber = z.int().min(0).max(100).nullable();

const criterionSchema = z
  .object({
    key: z.string().meta({ examples: ['last_commit'] }),
    name: z.string(),
    why: z.string().meta({ description: 'Why it matters to who chooses a package.' }),
    most_points: count,
    points: count.nullable().meta({
      description: 'What it gives; null where nobody knows, which neither rewards nor punishes.',
    }),
    finding: z.string().meta({ description: 'The fact and its day, in a sentence.' }),
  })
  .meta({ id: 'Criterion', description: 'One thing that health is judged by.' });

export const healthSchema = z
  .object({
    package: linkTo('the package'),
    health: healthNumber.meta({
      description: '100 × points / known points; null where fewer than 50 points are known.',
    }),
    in_words: z.string().meta({ examples: ['In good health'] }),
    judged: timeOf('When this was judged').nullable(),
    points: count.meta({ description: 'The points of all criteria that are known.' }),
    known_points: count.meta({ description: 'What those criteria give at most.' }),
    criteria: z.array(criterionSchema),
  })
  .meta({ id: 'Health', description: 'The health of a package and what it is judged by.' });

export type HealthDocument = z.infer<typeof healthSchema>;
