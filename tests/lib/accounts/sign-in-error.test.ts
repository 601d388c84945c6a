import { expect, test } from 'vitest';
import { BANNED, describeSignInError } from '@/lib/accounts/sign-in-error';

test('known codes have sentences of their own', () => {
  expect(describeSignInError('access_denied')).toBe('Sign-in was cancelled.');
  expect(describeSignInError(BANNED)).toBe('This account is banned.');
});

test.each(['Call us', 'constructor', '__proto__', ''])('the code %j is not shown', (code) => {
  expect(describeSignInError(code)).toBe(
    'The sign-in provider couldn’t sign you in. Please try again.',
  );
});
