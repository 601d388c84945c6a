import { headers } from 'next/headers';
import { baseAddress } from '@/lib/api/base-address';
import { settings } from '@/lib/settings';

/** What absolute links of the answer to a request begin with. */
export function baseOf(request: Request): string {
  return baseAddress(settings(), request.headers.get('host'));
}

/** What absolute links in a page begin with. Of the request only the host counts, which is part of the page's URL. */
export async function readBase(): Promise<string> {
  return baseAddress(settings(), (await headers()).get('host'));
}
