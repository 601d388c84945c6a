import { z } from 'zod';
import { pypiNameOf } from '@/lib/package/pypi-name';
import { addressKey } from '@/lib/search/address-key';
import { line, required, typed } from './fields';

/** Longest address of a repository or of documentation, in characters, as on djangopackages.org. */
const LONGEST_ADDRESS = 200;

/** An http(s) address; null if it is empty. */
export const webAddress = line(LONGEST_ADDRESS)
  .refine((text) => text === '' || isWeb(text), 'must be an address that begins with https://')
  .transform((text) => (text === '' ? null : text));

/** Whether a text is an http(s) address. */
export function isWeb(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

/** The address of a repository: of its front page, without what points to a page or a branch. */
const repository = webAddress.refine(
  (url) => url === null || addressKey(url) !== undefined,
  'must be the address of a repository, such as https://github.com/django/django',
);

/** A project on PyPI, by its name or its address; null if it is empty. */
const pypi = line(LONGEST_ADDRESS).transform((text, context) => {
  const name = pypiNameOf(text);
  if (name === undefined) context.addIssue('must be the name of a project on PyPI, or its address');
  return name ?? null;
});

/** What people enter on the page of a package's documentation alone. */
export const documentationFields = z.object({ documentation: webAddress });

/** What people enter for a package. */
export const packageFields = z
  .object({
    title: required(100),
    category: z.string().min(1, 'is required'),
    description: typed(500),
    repository,
    pypi,
    documentation: webAddress,
  })
  .refine(({ repository: url, pypi: name }) => url !== null || name !== null, {
    path: ['repository'],
    error: 'or a project on PyPI is required',
  });

export type PackageFields = z.output<typeof packageFields>;
