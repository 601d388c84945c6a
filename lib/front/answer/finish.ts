import { CACHE_CONTROL } from '@/lib/cache-control';
import { isOfApi } from '../api-path';
import { ownBuffer } from '../bytes';
import type { Captured } from '../draw/capture';
import type { ErrorDocument, FindErrorDocument } from '../error-documents';
import type { Half } from '../routes';
import type { Answer } from './answer';
import { keptHeaders, varyOf } from './headers';
import type { StripAnswer } from './strip-answer';

interface Finishing {
  findErrorDocument: FindErrorDocument;
  stripAnswer: StripAnswer;
}

/** What an answer is to. */
export interface Question {
  url: string;
  accept: string | undefined;
  /** Of the page that is asked for; undefined where it is none. */
  half: Half | undefined;
  isRead: boolean;
  /** Whether the answer may depend on who asks. */
  isPersonal: boolean;
}

/** Makes of what Next answers what the site answers, with a body in memory of its own. */
export type Finish = (captured: Captured, question: Question) => Answer;

/** What others may get too. */
const sharedStatuses = [200, 301, 404, 410];

export function finishWith({ findErrorDocument, stripAnswer }: Finishing): Finish {
  return (captured, question) => {
    const { half, url, isPersonal } = question;
    const document = replacementOf(captured, question, findErrorDocument);
    const answer = {
      status: statusOf(captured, question),
      headers: keptHeaders(captured.headers),
      body: document?.body ?? captured.body,
    };
    if (document) answer.headers['content-type'] = document.type;
    answer.headers['vary'] = varyOf(answer.headers['vary'], [
      ...(half === undefined ? [] : ['Cookie']),
      ...(document && isOfApi(url) ? ['Accept'] : []),
    ]);
    const isPage = document !== undefined || half === 'read' || half === 'embed';
    const shared = isPersonal ? keepPrivate(answer) : share(answer, isPage);
    const done = isPage && half !== 'edit' ? stripAnswer(shared, url) : shared;
    // What was captured makes room for the next answer, and a document for errors is there for all of them.
    return done.body === answer.body ? { ...done, body: ownBuffer(done.body) } : done;
  };
}

/** Pages can only send 308, and old clients know only 301; to a reader the two are one. */
const statusOf = ({ status }: Captured, { isRead }: Question) =>
  status === 308 && isRead ? 301 : status;

/**
 * Next draws a page on the server only while nothing is thrown, and both notFound() and a fault throw: it then sends a document with
 * an empty body, for JavaScript to fill. In place of that goes a whole document of the same status. It is known by the type; the
 * handlers of the API set Allow, and what they answer stays as it is.
 */
function replacementOf(
  { status, headers }: Captured,
  { url, accept }: Question,
  find: FindErrorDocument,
): ErrorDocument | undefined {
  if (headers['allow'] !== undefined) return undefined;
  const isPage = String(headers['content-type']).startsWith('text/html');
  return isPage || (status === 500 && isOfApi(url)) ? find({ url, accept }, status) : undefined;
}

/** What nobody but the client itself may keep, also where it would be the same for all. Files that never change may be kept by anyone. */
function keepPrivate(answer: Omit<Answer, 'isShared'>): Answer {
  const control = String(answer.headers['cache-control'] ?? '');
  if (/no-store|private|immutable/.test(control)) return { ...answer, isShared: false };
  const headers = { ...answer.headers, 'cache-control': 'private, max-age=0' };
  return { ...answer, headers, isShared: false };
}

/** Says whether others may get an answer too. Of pages Next says that nobody may keep them, which holds for none that is the same for all. */
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
