import { CACHE_CONTROL } from '@/lib/http/cache-control';
import { isOfApi } from '../api-path';
import { ownBuffer } from '../bytes';
import type { Captured } from '@/server/origin/capture';
import type { ErrorDocument, FindErrorDocument } from '../error-documents';
import { guardHeaders, withNonce, type Kind } from '../guard-headers';
import type { Section } from '../routes';
import type { Answer } from './answer';
import { keptHeaders, varyOf } from './headers';
import { isMissing } from './missing-page';
import type { StripAnswer } from './strip-answer';

interface Finishing {
  findErrorDocument: FindErrorDocument;
  stripAnswer: StripAnswer;
}

/** The properties of a request that its response depends on. */
export interface RenderContext {
  url: string;
  accept: string | undefined;
  /** The folder of its route, such as `/packages/p/[slug]`; undefined if it has none. */
  route: string | undefined;
  /** Section of the requested page; undefined if it is not a page. */
  section: Section | undefined;
  isRead: boolean;
  /** Whether the response may depend on the client. */
  isPersonal: boolean;
}

/**
 * Turns Next's response into the site's, with a body in memory of its own. A page that was rendered with a nonce keeps its scripts, and any
 * other is stripped.
 */
export type Finish = (captured: Captured, context: RenderContext, nonce?: string) => Answer;

/** Statuses of responses that may be shared. */
const sharedStatuses = [200, 301, 404, 410];

export function finishWith({ findErrorDocument, stripAnswer }: Finishing): Finish {
  return (captured, context, nonce) => {
    const { section, url, isPersonal } = context;
    const document = replacementOf(captured, context, findErrorDocument);
    const headers = keptHeaders(captured.headers);
    if (document) headers['content-type'] = document.type;
    const kind = kindOf(headers, context, document);
    const answer = {
      status: statusOf(captured, context),
      headers: { ...headers, ...guardHeaders(url, kind) },
      body: document?.body ?? captured.body,
    };
    answer.headers['vary'] = varyOf(answer.headers['vary'], [
      ...(section === undefined ? [] : ['Cookie']),
      ...(document && isOfApi(url) ? ['Accept'] : []),
    ]);
    const isPage = document !== undefined || section === 'read' || section === 'embed';
    const done = nonce === undefined ? finishShared() : finishWithNonce(nonce);
    // The captured memory is needed for the next response, and an error document is shared by all of them.
    return done.body === answer.body ? { ...done, body: ownBuffer(done.body) } : done;

    function finishShared(): Answer {
      const shared = isPersonal ? keepPrivate(answer) : share(answer, isPage);
      const route = context.route ?? `an error document (${answer.status})`;
      return isPage && section !== 'edit' ? stripAnswer(shared, route) : shared;
    }

    function finishWithNonce(nonce: string): Answer {
      const own = keepPrivate(answer);
      return { ...own, headers: withNonce(own.headers, kind, nonce), nonce };
    }
  };
}

/** API pages are HTML too, but have no page route and no script. */
function kindOf(
  headers: Answer['headers'],
  { section, url }: RenderContext,
  document: ErrorDocument | undefined,
): Kind {
  const isOfSite = section !== undefined || document !== undefined;
  if (isOfType(headers, 'application/xml')) return 'xml';
  if (!isOfSite || !isOfType(headers, 'text/html')) return 'document';
  // Next decodes paths, so the page also matches other spellings of its URL; those must not be framed.
  return section === 'embed' && url.startsWith('/embed/') ? 'embed' : 'page';
}

const isOfType = (headers: Answer['headers'], type: string) =>
  String(headers['content-type']).startsWith(type);

/**
 * Pages can only send 308, but old clients know only 301; for GET and HEAD the two are equivalent. Nor can pages send 404, so they mark it
 * in the HTML.
 */
function statusOf({ status, body }: Captured, { section, isRead }: RenderContext): number {
  if (status === 308 && isRead) return 301;
  return status === 200 && section === 'read' && isMissing(body) ? 404 : status;
}

/**
 * Next renders a page on the server only if nothing is thrown, but both notFound() and errors throw: it then sends a document with an empty
 * body, for JavaScript to fill. A complete document of the same status replaces it. Such responses are recognized by their type; API
 * handlers set Allow, and their responses are left alone.
 */
function replacementOf(
  { status, headers }: Captured,
  { url, accept }: RenderContext,
  find: FindErrorDocument,
): ErrorDocument | undefined {
  if (headers['allow'] !== undefined) return undefined;
  const isPage = String(headers['content-type']).startsWith('text/html');
  return isPage || (status === 500 && isOfApi(url)) ? find({ url, accept }, status) : undefined;
}

/** Lets only the client itself store a response, even if it would be the same for everyone. Immutable files may be stored by anyone. */
function keepPrivate(answer: Omit<Answer, 'isShared'>): Answer {
  const control = String(answer.headers['cache-control'] ?? '');
  if (/no-store|private|immutable/.test(control)) return { ...answer, isShared: false };
  const headers = { ...answer.headers, 'cache-control': 'private, max-age=0' };
  return { ...answer, headers, isShared: false };
}

/**
 * Determines whether a response may be shared. Next marks all pages as not to be stored, which is wrong for those that are the same for
 * everyone.
 */
function share(answer: Omit<Answer, 'isShared'>, isPage: boolean): Answer {
  const { status, headers } = answer;
  const control = String(headers['cache-control'] ?? '');
  const isShared =
    sharedStatuses.includes(status) &&
    headers['set-cookie'] === undefined &&
    (isPage || !/no-store|private/.test(control));
  if (!isShared || (control !== '' && !isPage)) return { ...answer, isShared };
  return { ...answer, headers: { ...headers, 'cache-control': CACHE_CONTROL }, isShared };
}
