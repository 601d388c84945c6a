/** Tells a signed-in person's requests. Nothing that is answered to one is kept, and nothing that is kept is an answer to one. */
export const SESSION_COOKIE = 'packgrid_session';

/** The same with the prefixes by which a browser takes it only over HTTPS. */
const names = [SESSION_COOKIE, `__Host-${SESSION_COOKIE}`, `__Secure-${SESSION_COOKIE}`];

/** Whether a Cookie header has a session in it, whatever its value is. */
export function hasSession(cookies: string | undefined): boolean {
  if (cookies === undefined || !cookies.includes(SESSION_COOKIE)) return false;
  return cookies.split(';').some((cookie) => names.includes(cookie.split('=', 1)[0]?.trim() ?? ''));
}
