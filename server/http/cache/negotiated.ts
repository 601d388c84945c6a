import { negotiate } from '@/lib/api/negotiation';
import { splitSuffix } from '@/lib/api/suffix';
import { isOfApi } from '../api-path';
import { splitUrl } from './kept-url';

/** What an address of the API makes of an Accept header, as a part of a key; no other address looks at it. */
export function negotiated(url: string, accept: string | undefined): string {
  if (!isOfApi(url)) return '';
  const [path, query] = splitUrl(url);
  const format = splitSuffix(path).suffix ?? new URLSearchParams(query).get('format') ?? undefined;
  const rendering = negotiate(format, accept ?? null);
  const form = 'status' in rendering ? 'none' : `${rendering.format} ${rendering.indent}`;
  // Where nothing has an address, JSON goes to who names it.
  return accept?.includes('application/json') ? `${form} json` : form;
}
