import { z } from 'zod';
import { count, linkTo, timeOf } from './fields';

export const healthNumber = z.int().min(0).max(100).nullable();

const criterionSchema = z
  .object({
    key: z.string().meta({ examples: ['last_commit'] }),
    name: z.string(),
    why: z.string().meta({ description: 'Why it matters.' }),
    most_points: count,
    points: count.nullable().meta({
      description:
        "Points scored; null if unknown, which doesn't count for or against the package.",
    }),
    finding: z.string().meta({ description: 'What was found, with its date.' }),
  })
  .meta({ id: 'Criterion', description: 'A criterion of the health score.' });

export const healthSchema = z
  .object({
    package: linkTo('the package'),
    health: healthNumber.meta({
      description: '100 × points / known points; null if fewer than 50 points are known.',
    }),
    in_words: z.string().meta({ examples: ['In good health'] }),
    judged: timeOf('When the score was calculated').nullable(),
    points: count.meta({ description: 'Points scored in all known criteria.' }),
    known_points: count.meta({ description: 'Maximum points of all known criteria.' }),
    criteria: z.array(criterionSchema),
  })
  .meta({ id: 'Health', description: 'The health score of a package, with its criteria.' });

export type HealthDocument = z.infer<typeof healthSchema>;
