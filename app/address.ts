import { headers } from 'next/headers';
import { baseAddress } from '@/lib/api/base-address';
import { settings } from '@/lib/settings';

/** Returns the base URL of absolute links in the response to a request. */
export function baseOf(request: Request): string {
  return baseAddress(settings(), request.headers.get('host'));
}

/** Returns the base URL of absolute links in a page. Depends only on the request's host, which is part of the page's URL. */
export async function readBase(): Promise<string> {
  return baseAddress(settings(), (await headers()).get('host'));
}
