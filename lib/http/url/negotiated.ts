import { negotiate } from '@/lib/api/negotiation';
import { splitSuffix } from '@/lib/api/suffix';
import { isOfApi } from './api-path';
import { splitUrl } from './kept-url';

/** The representation of an API URL for an Accept header, as a part of a cache key; no other URL depends on it. */
export function negotiated(url: string, accept: string | undefined): string {
  if (!isOfApi(url)) return '';
  const [path, query] = splitUrl(url);
  const format = splitSuffix(path).suffix ?? new URLSearchParams(query).get('format') ?? undefined;
  const rendering = negotiate(format, accept ?? null);
  const form = 'status' in rendering ? 'none' : `${rendering.format} ${rendering.indent}`;
  // Errors of unknown URLs are JSON only for clients that name it.
  return accept?.includes('application/json') ? `${form} json` : form;
}
