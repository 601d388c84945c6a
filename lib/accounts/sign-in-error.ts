/** Sign-in ended without an account: the account is banned. db/auth.ts throws it, and better-auth passes it on. */
export const BANNED = 'ACCOUNT_BANNED';

/** The provider can't be reached, or its answer is invalid. */
export const UNREACHABLE = 'provider_unreachable';

const expired = 'This attempt to sign in has expired or was already used. Please try again.';

/** What codes of better-auth and of providers (RFC 6749, 4.1.2.1) mean to a person. */
const messages: Record<string, string> = {
  access_denied: 'Sign-in was cancelled.',
  state_mismatch: expired,
  state_not_found: expired,
  oauth_code_verification_failed: expired,
  invalid_code: expired,
  temporarily_unavailable: 'The sign-in provider is unavailable. Please try again later.',
  [UNREACHABLE]: 'The sign-in provider can’t be reached. Please try again later.',
  [BANNED]: 'This account is banned.',
};

/**
 * A sentence for the error code in the query of `/login/`. Other codes share one: the code itself is not shown, since anybody can write a
 * link with any text in it.
 */
export const describeSignInError = (code: string): string =>
  Object.hasOwn(messages, code)
    ? (messages[code] ?? '')
    : 'The sign-in provider couldn’t sign you in. Please try again.';
