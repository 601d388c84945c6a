import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { currentAccount } from '@/app/session';
import type { FormState } from '@/components/forms/form-state';
import { countEdit } from '@/db/edit-limit';
import type { Account } from '@/db/queries/accounts';
import type { Edit } from '@/db/writes/edit';
import { PermissionError } from '@/lib/accounts/permissions';
import { ConflictError } from '@/lib/edits/conflict';
import { FieldError } from '@/lib/edits/field-error';
import { HeldError } from '@/lib/edits/held-error';
import { MissingError } from '@/lib/edits/missing';
import { RefusedError } from '@/lib/edits/refused';
import { chooseStatus } from '@/db/response-status';
import { now } from '@/lib/time';
import { newFormToken, consumeFormToken } from './form-token';

/** A form's values are wrong in a way that only the work finds out; `errors` by field. */
export class FormError extends Error {
  override name = 'FormError';

  /** What it adds to the form's state. */
  readonly found: Pick<Partial<FormState>, 'message' | 'errors'>;
  /** The status of the response. */
  readonly status: number;

  constructor(message: string | undefined, errors: Record<string, string> = {}, status = 422) {
    super(message);
    this.status = status;
    this.found = { ...(message === undefined ? {} : { message }), errors };
  }
}

/** The status of the response for an error of a write whose message is shown above the form; undefined for any other error. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof PermissionError) return 403;
  if (error instanceof ConflictError || error instanceof MissingError) return 409;
  return error instanceof RefusedError ? error.status : undefined;
}

/** The state of a form that was just opened; `opened` are the fields that others may change meanwhile. */
export async function openForm(
  values: Record<string, string> = {},
  opened?: Record<string, string>,
): Promise<FormState> {
  const seen = opened === undefined ? {} : { opened: JSON.stringify(opened) };
  return { values: { ...values, ...seen }, errors: {}, token: await newFormToken() };
}

/**
 * Runs the work of a form once with its values, parsed by `schema`. Returns the form's next state: with what was typed, but for passwords,
 * and what is wrong with it. Work that succeeds redirects, or returns a part of the state.
 */
export async function runForm<Output>(
  data: FormData,
  schema: z.ZodType<Output>,
  work: (values: Output) => Promise<Partial<FormState>>,
): Promise<FormState> {
  const values = textsOf(data);
  const state = async (found: Partial<FormState>, status?: number): Promise<FormState> => {
    if (status !== undefined) chooseStatus(status);
    const kept = withoutPasswords(values);
    return { values: kept, errors: {}, token: await newFormToken(), ...found };
  };
  const refusal = await consumeFormToken(values['token'] ?? '');
  if (refusal) return state({ message: refusal.message }, refusal.status);
  const parsed = schema.safeParse(values);
  if (!parsed.success) return state({ errors: errorsOf(parsed.error) }, 422);
  try {
    return await state(await work(parsed.data));
  } catch (error) {
    if (error instanceof FieldError) {
      return state({ errors: { [error.field]: error.message } }, 422);
    }
    if (error instanceof FormError) return state(error.found, error.status);
    if (error instanceof HeldError)
      return state(await leaveTo(`/history/waiting/?sent=${error.id}`));
    const status = statusOf(error);
    if (!(error instanceof Error) || status === undefined) throw error;
    // A user who has seen the other's version may overwrite it.
    const seen =
      error instanceof ConflictError
        ? { values: { ...withoutPasswords(values), opened: JSON.stringify(error.current) } }
        : {};
    return state({ message: error.message, ...seen }, status);
  }
}

/**
 * Goes to a page of this site after a form has done its work. Scripts go there themselves: Next would first request the page from the
 * server on its own, and pages of the read section are loaded anew anyway.
 */
export async function leaveTo(path: string): Promise<Partial<FormState>> {
  if ((await headers()).has('next-action')) return { goTo: path };
  redirect(path);
}

/**
 * The account that submits a form.
 *
 * @throws {FormError} if the user is no longer signed in
 */
export async function submittingAccount(): Promise<Account> {
  const account = await currentAccount();
  if (account) return account;
  throw new FormError(
    'You are no longer signed in. Sign in in another tab, then submit this form again.',
    {},
    403,
  );
}

/**
 * The signed-in account and the time, for an edit by a form.
 *
 * @throws {FormError} if the user is no longer signed in
 * @throws {RefusedError} if the account has made too many edits within an hour
 */
export async function editBy(comment: string): Promise<Edit> {
  const account = await submittingAccount();
  await countEdit(account);
  return { accountId: account.id, comment, now: now() };
}

/** The text fields of a form, without files and Next's own fields. */
function textsOf(data: FormData): Record<string, string> {
  return Object.fromEntries(
    [...data].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value]] : [],
    ),
  );
}

const withoutPasswords = (values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => name !== 'token' && !/password/i.test(name)),
  );

/** The first error of each field. */
function errorsOf({ issues }: z.ZodError): Record<string, string> {
  return Object.fromEntries(
    issues.map(({ path, message }) => [String(path[0]), message] as const).reverse(),
  );
}
