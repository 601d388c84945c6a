import { z } from 'zod';
import { count } from './fields';

const neighbour = (which: string) =>
  z
    .url()
    .nullable()
    .meta({ description: `Address of the ${which} page; null if there is none.` });

/** A page of a list of `document`s. */
export const pageOf = <Document extends z.ZodType>(name: string, document: Document) =>
  z
    .object({
      count: count.meta({ description: 'Total number of results.' }),
      next: neighbour('next'),
      previous: neighbour('previous'),
      results: z.array(document),
    })
    .meta({ id: name, description: 'One page of a list.' });
