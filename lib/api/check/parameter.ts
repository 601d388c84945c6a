import { z } from 'zod';
import { countLines } from '@/lib/requirements/lines';
import { sizeOfRequirements } from '@/lib/requirements/read';
import { formatCount } from '@/lib/text/wording';
import { described } from '../parameters';
import { MOST_CHECKED, MOST_LINES, MOST_TEXT } from './limits';

const what = 'PyPI names, requirements or repository addresses, separated by commas or line breaks';
const count = `1 to ${MOST_CHECKED}`;
const rule = `must have ${count} ${what}`;
const lineRule = `must have at most ${formatCount(MOST_LINES)} lines`;
const lengthRule = `must have at most ${formatCount(MOST_TEXT)} characters, not counting comments, options and hashes`;

/** The requirements to check, as text. */
export const requirementsParameter = described(
  z
    .string({ error: rule })
    .refine((text) => text.trim() !== '', rule)
    .refine((text) => countLines(text) <= MOST_LINES, { error: lineRule, abort: true })
    .superRefine((text, context) => {
      const { requirements, characters } = sizeOfRequirements(text);
      if (requirements > MOST_CHECKED) context.addIssue(rule);
      else if (characters > MOST_TEXT) context.addIssue(lengthRule);
    }),
  {
    description: `${count} ${what}. Commas inside brackets or before a version specifier don’t separate.`,
    means: z.string(),
    example: 'celery[redis,auth]>=5,<6,django-q,https://github.com/awesto/django-shop',
  },
);
