import { CACHE_CONTROL } from '@/lib/http/cache-control';
import { isOfApi } from '@/lib/http/url/api-path';
import { withNonce, type Kind } from '@/lib/http/guard-headers';
import { guardHeaders } from '@/server/http/guard-headers';
import type { RequestContext } from '@/server/http/request-plan';
import type { ErrorDocument, FindErrorDocument } from './error-documents';
import { varyOf, withoutNextHeaders, type Headers } from '@/server/http/next-headers';
import type { Held } from './held-response';
import { isMissing } from '@/lib/html/missing-page';
import type { StripPage } from './strip-page';

/** Who may get a response. */
type Sharing =
  /** Everyone: the cache may store it. */
  | 'everyone'
  /** All who wait for it now. */
  | 'waiting'
  /** Only the client whose request it was. */
  | 'one'
  /** Nobody: its scripts could not be removed, so each client needs a render with its own nonce. */
  | 'none';

/** A response of the site, before content encoding. */
export interface Finished {
  status: number;
  headers: Headers;
  body: Buffer;
  sharing: Sharing;
}

interface Finishing {
  findErrorDocument: FindErrorDocument;
  stripPage: StripPage;
}

/** Turns Next's response into the site's. A page that was rendered with a nonce keeps its scripts, and any other is stripped. */
export type Finish = (held: Held, context: RequestContext, nonce?: string) => Finished;

/** Statuses of responses that the cache may store. */
const sharedStatuses = [200, 301, 404, 410];

export function finishWith({ findErrorDocument, stripPage }: Finishing): Finish {
  return (held, context, nonce) => {
    const { section, url, isPersonal } = context;
    const document = replacementOf(held, context, findErrorDocument);
    const status = statusOf(held, context);
    const kept = withoutNextHeaders(held.headers);
    if (document) kept['content-type'] = document.type;
    const kind = kindOf(kept, context, document);
    const headers = { ...kept, ...guardHeaders(url, kind) };
    headers['vary'] = varyOf(headers['vary'], [
      ...(section === undefined ? [] : ['Cookie']),
      ...(document && isOfApi(url) ? ['Accept'] : []),
    ]);
    const body = document?.body ?? held.body;
    if (nonce !== undefined) {
      return { ...keepPrivate({ status, headers: withNonce(headers, kind, nonce), body }) };
    }
    const isPage = document !== undefined || section === 'read' || section === 'embed';
    const finished = isPersonal
      ? keepPrivate({ status, headers, body })
      : share({ status, headers, body }, isPage);
    if (!isPage || !isOfType(headers, 'text/html') || body.length === 0) return finished;
    const stripped = stripPage(body, context.route ?? `an error document (${status})`);
    return stripped ? { ...finished, body: stripped } : { ...finished, sharing: 'none' };
  };
}

/** API pages are HTML too, but have no page route and no script. */
function kindOf(
  headers: Headers,
  { section, url }: RequestContext,
  document: ErrorDocument | undefined,
): Kind {
  const isOfSite = section !== undefined || document !== undefined;
  if (isOfType(headers, 'application/xml')) return 'xml';
  if (!isOfSite || !isOfType(headers, 'text/html')) return 'document';
  // Next decodes paths, so the page also matches other spellings of its URL; those must not be framed.
  return section === 'embed' && url.startsWith('/embed/') ? 'embed' : 'page';
}

const isOfType = (headers: Headers, type: string) =>
  String(headers['content-type']).startsWith(type);

/**
 * Pages can only send 308, but old clients know only 301; for GET and HEAD the two are equivalent. Nor can pages send 404, so they mark it
 * in the HTML.
 */
function statusOf({ status, body }: Held, { section, isRead }: RequestContext): number {
  if (status === 308 && isRead) return 301;
  return status === 200 && section === 'read' && isMissing(body) ? 404 : status;
}

/**
 * Next renders a page on the server only if nothing is thrown, but both notFound() and errors throw: it then sends a document with an empty
 * body, for JavaScript to fill. A complete document of the same status replaces it. Such responses are recognized by their type; API
 * handlers set Allow, and their responses are left alone.
 */
function replacementOf(
  { status, headers }: Held,
  { url, accept }: RequestContext,
  find: FindErrorDocument,
): ErrorDocument | undefined {
  if (headers['allow'] !== undefined) return undefined;
  const isPage = String(headers['content-type']).startsWith('text/html');
  return isPage || (status === 500 && isOfApi(url)) ? find({ url, accept }, status) : undefined;
}

type Unshared = Omit<Finished, 'sharing'>;

/** Lets only the client itself store a response, even if it would be the same for everyone. Immutable files may be stored by anyone. */
function keepPrivate(response: Unshared): Finished {
  const control = String(response.headers['cache-control'] ?? '');
  if (/no-store|private|immutable/.test(control)) return { ...response, sharing: 'one' };
  const headers = { ...response.headers, 'cache-control': 'private, max-age=0' };
  return { ...response, headers, sharing: 'one' };
}

/**
 * Determines who may get a response. Next marks all pages as not to be stored, which is wrong for those that are the same for everyone.
 */
function share(response: Unshared, isPage: boolean): Finished {
  const { status, headers } = response;
  const control = String(headers['cache-control'] ?? '');
  if (headers['set-cookie'] !== undefined) return { ...response, sharing: 'one' };
  const isShared = sharedStatuses.includes(status) && (isPage || !/no-store|private/.test(control));
  if (!isShared) return { ...response, sharing: 'waiting' };
  if (control !== '' && !isPage) return { ...response, sharing: 'everyone' };
  return {
    ...response,
    headers: { ...headers, 'cache-control': CACHE_CONTROL },
    sharing: 'everyone',
  };
}
