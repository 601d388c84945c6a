import { guardHeadersWith, type GuardHeaders, type Kind } from '@/lib/http/guard-headers';
import { settings } from '@/lib/settings';

let ofSite: ReturnType<typeof guardHeadersWith> | undefined;

/** Returns the security headers according to the settings of this process. */
export function guardHeaders(url = '/', kind: Kind = 'document'): GuardHeaders {
  ofSite ??= guardHeadersWith(settings());
  return ofSite(url, kind);
}
