import type { z } from 'zod';
import { RefusedAddressError } from '@/lib/http-client/refused-address-error';
import { retryAfterMillis } from '@/server/import-export/import/retry-after';
import type { Micros } from '@/lib/time';
import { HostError } from './host-error';

/** What a response said about its version, for conditional requests (RFC 9110, 13). */
export interface Validators {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

/** What collectors ask hosts with. */
export interface Asking {
  /** Refuses addresses that are not public, and limits time and size; see lib/http-client. */
  fetch: typeof fetch;
  /** The validators of the last response from each URL; none if its facts must be read again. */
  validators: {
    get: (url: string) => Validators | undefined;
    set: (url: string, validators: Validators) => void;
  };
  now: () => Micros;
}

/** The answer to a conditional request. */
export type Answer<Facts> = { isUnchanged: true } | { isUnchanged: false; facts: Facts };

interface AskOptions<Schema extends z.ZodType> {
  schema: Schema;
  headers?: Record<string, string>;
  /** Sent as JSON by POST. Such requests are not conditional. */
  body?: unknown;
}

/** What came back: its headers, and the URL that it came from after redirects. */
export interface Origin {
  headers: Headers;
  url: string;
}

/**
 * Requests a JSON document and parses it; conditionally if validators of its URL are known. Its own are stored once it has been parsed.
 *
 * @throws {HostError} if there is no valid document
 */
export async function askJson<Schema extends z.ZodType>(
  asking: Asking,
  url: string,
  { schema, headers = {}, body }: AskOptions<Schema>,
): Promise<Answer<z.output<Schema>> & Origin> {
  const answer = await ask(asking, url, { accept: 'application/json', ...headers }, body);
  if (answer.isUnchanged) return answer;
  const parsed = schema.safeParse(parseJson(answer.text, url));
  if (!parsed.success) throw invalidDocument(url, parsed.error);
  if (body === undefined) asking.validators.set(url, validatorsOf(answer.headers));
  return { isUnchanged: false, facts: parsed.data, headers: answer.headers, url: answer.url };
}

/**
 * Requests a text that must be read, so never conditionally.
 *
 * @throws {HostError} if there is none
 */
export async function askText(
  asking: Asking,
  url: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const response = await request(asking, url, { headers: { accept: '*/*', ...headers } });
  const text = await readText(response, url);
  if (!response.ok) throw errorOf(response, url, asking.now());
  return text;
}

async function ask(
  asking: Asking,
  url: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<({ isUnchanged: true } | { isUnchanged: false; text: string }) & Origin> {
  const known = body === undefined ? asking.validators.get(url) : undefined;
  const response = await request(asking, url, {
    headers: { ...conditions(known), ...headers },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const origin = { headers: response.headers, url: response.url === '' ? url : response.url };
  if (response.status === 304 && known !== undefined) return { isUnchanged: true, ...origin };
  const text = await readText(response, url);
  if (!response.ok) throw errorOf(response, url, asking.now());
  return { isUnchanged: false, text, ...origin };
}

/** The error for a document that its schema rejects; names the first field at fault. */
export function invalidDocument(url: string, { issues: [issue] }: z.ZodError): HostError {
  const place = issue?.path.join('.') ?? '';
  return new HostError('invalid', `${url}: ${place} ${issue?.message ?? 'is invalid'}`);
}

/** The validators in a response's headers. */
export function validatorsOf(headers: Headers): Validators {
  return {
    etag: headers.get('etag') ?? undefined,
    lastModified: headers.get('last-modified') ?? undefined,
  };
}

/** The headers that make a request conditional. */
export function conditions(known: Validators | undefined): Record<string, string> {
  return {
    ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known?.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
  };
}

async function request({ fetch }: Asking, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw asHostError(error, url);
  }
}

async function readText(response: Response, url: string): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw asHostError(error, url);
  }
}

/** A connection that could not be made, or broke, is the host's fault unless an error in the chain of causes says otherwise. */
export function asHostError(error: unknown, url: string): HostError {
  let cause = error;
  while (!isTelling(cause) && cause instanceof Error && cause.cause instanceof Error) {
    cause = cause.cause;
  }
  if (cause instanceof RefusedAddressError) {
    return new HostError('refused', `${url}: ${cause.message}`);
  }
  if (cause instanceof HostError) return cause;
  const message = cause instanceof Error ? cause.message : 'failed';
  return new HostError('unavailable', `${url} ${message}`);
}

const isTelling = (error: unknown) =>
  error instanceof HostError || error instanceof RefusedAddressError;

function parseJson(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HostError(
      'invalid',
      `${url} did not return JSON (${JSON.stringify(text.slice(0, 40))})`,
    );
  }
}

/** The error for a response with a status of 400 or more. */
export function errorOf(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  url: string,
  now: Micros,
): HostError {
  const message = `${url} returned status ${status}`;
  // 451 is what hosts answer for what a court or a takedown notice has removed.
  if (status === 404 || status === 410 || status === 451) return new HostError('missing', message);
  const wait = retryAfterMillis(headers.get('retry-after'), now / 1000);
  const retryAt = wait === undefined ? undefined : now + wait * 1000;
  if (status === 429 || (status === 403 && wait !== undefined)) {
    return new HostError('limited', message, retryAt);
  }
  if (status >= 500 || status === 408) return new HostError('unavailable', message, retryAt);
  return new HostError('invalid', message);
}
