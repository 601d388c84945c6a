import { z } from 'zod';
import { required } from './fields';
import { isWeb } from './package-fields';

/** What people enter for a site that uses a package. */
export const exampleFields = z.object({
  title: required(100),
  url: required(200)
    .refine(isWeb, 'must be an address that begins with https://')
    .transform((url) => new URL(url).href),
});

export type ExampleFields = z.output<typeof exampleFields>;

/** The same for addresses of the same page: without scheme, `www.`, letter case, fragment and last slash. */
export function exampleKey(url: string): string {
  const { hostname, port, pathname, search } = new URL(url);
  const host = hostname.toLowerCase().replace(/^www\./, '');
  return `${host}:${port}${pathname.replace(/\/+$/, '')}${search}`.toLowerCase();
}
