import { z } from 'zod';

/** Some dates are known only to the day or month; a full timestamp would suggest more precision. */
export const partialDate = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2}(T.+)?)?$/)
  .meta({
    description: 'A date of ISO 8601, as exact as it is known: a time, a day or a month.',
    examples: ['2021-06-26T08:04:16-04:00', '2021-06-26', '2021-06'],
  });

export const versionSchema = z
  .object({
    number: z.string().meta({ examples: ['1.3.9'] }),
    released: partialDate.nullable(),
    is_prerelease: z.boolean().meta({
      description:
        'Whether it is no final release: an alpha, beta or candidate, or nothing that PEP 440 can read.',
    }),
    source: z.enum(['tag', 'pypi']).meta({
      description: 'Whether it was read from a tag of the repository or from PyPI.',
    }),
  })
  .meta({ id: 'Version', description: 'A release of a package.' });

export type VersionDocument = z.infer<typeof versionSchema>;
