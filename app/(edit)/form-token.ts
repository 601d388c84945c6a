import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { currentSession } from '@/app/session';
import { authSecret, storage } from '@/db/state-database';

/** How long a form can be submitted after it was opened, in seconds. */
const LIFETIME = 12 * 60 * 60;

/** Why a token was refused: the message, and the status of the response. */
interface Refusal {
  message: string;
  status: number;
}

const changed: Refusal = {
  message: 'Your session has changed since you opened this page. Please submit the form again.',
  status: 403,
};
const expired: Refusal = {
  message: 'This form has expired. Please submit it again.',
  status: 403,
};
const repeated: Refusal = { message: 'This form was already submitted.', status: 409 };

const nowInSeconds = () => Math.floor(Date.now() / 1000);

async function signatureOf(text: string): Promise<Buffer> {
  const session = (await currentSession())?.id ?? '';
  return createHmac('sha256', authSecret()).update(`form ${session} ${text}`).digest();
}

/** A token for one form of the current session, in its hidden field: no other site knows it, and it can be used once. */
export async function newFormToken(): Promise<string> {
  const text = `${randomBytes(12).toString('base64url')}.${nowInSeconds() + LIFETIME}`;
  return `${text}.${(await signatureOf(text)).toString('base64url')}`;
}

/** Consumes a token. Returns undefined if the token is valid. */
export async function consumeFormToken(token: string): Promise<Refusal | undefined> {
  const [random = '', expiry = '', signature = ''] = token.split('.');
  const expected = await signatureOf(`${random}.${expiry}`);
  const given = Buffer.from(signature, 'base64url');
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  if (!isOurs) return changed;
  if (Number(expiry) < nowInSeconds()) return expired;
  return storage.claim(`form:${random}`, LIFETIME) ? undefined : repeated;
}
