import { z } from 'zod';

/** Some dates are known only to the day or month; a full timestamp would suggest more precision. */
export const partialDate = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2}(T.+)?)?$/)
  .meta({
    description: 'An ISO 8601 time, day or month, depending on how precisely it is known.',
    examples: ['2021-06-26T08:04:16-04:00', '2021-06-26', '2021-06'],
  });

export const versionSchema = z
  .object({
    number: z.string().meta({ examples: ['1.3.9'] }),
    released: partialDate.nullable(),
    is_prerelease: z.boolean().meta({
      description: "Whether it is an alpha, beta or release candidate, or doesn't follow PEP 440.",
    }),
    source: z.enum(['tag', 'pypi']).meta({
      description: 'Where it was found: a tag in the repository, or PyPI.',
    }),
  })
  .meta({ id: 'Version', description: 'A release of a package.' });

export type VersionDocument = z.infer<typeof versionSchema>;
