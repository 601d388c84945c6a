/** Identifies requests of signed-in users. Their responses are never cached, and they are never served from the cache. */
export const SESSION_COOKIE = 'packgrid_session';

/** Also with the prefixes that make a browser accept it only over HTTPS. */
const names = [SESSION_COOKIE, `__Host-${SESSION_COOKIE}`, `__Secure-${SESSION_COOKIE}`];

/** Whether a Cookie header contains a session cookie, whatever its value. */
export function hasSession(cookies: string | undefined): boolean {
  if (cookies === undefined || !cookies.includes(SESSION_COOKIE)) return false;
  return cookies.split(';').some((cookie) => names.includes(cookie.split('=', 1)[0]?.trim() ?? ''));
}
