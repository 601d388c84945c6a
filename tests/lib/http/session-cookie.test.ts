import { expect, test } from 'vitest';
import { hasSession, SESSION_COOKIE } from '@/lib/http/session-cookie';

test.each([
  [`${SESSION_COOKIE}=a`, true],
  [`a=b; ${SESSION_COOKIE}=a`, true],
  [`a=b;${SESSION_COOKIE}=`, true],
  [`a=b; ${SESSION_COOKIE} = a`, true],
  [`__Host-${SESSION_COOKIE}=a`, true],
  [`__Secure-${SESSION_COOKIE}=a; b=c`, true],
  [SESSION_COOKIE, true],
  [undefined, false],
  ['', false],
  [`a=${SESSION_COOKIE}`, false],
  [`my_${SESSION_COOKIE}=a`, false],
  [`${SESSION_COOKIE}_2=a`, false],
])('%j has a session: %s', (cookies, isSo) => {
  expect(hasSession(cookies)).toBe(isSo);
});
