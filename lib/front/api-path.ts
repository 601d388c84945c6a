/** Whether an address is one of the API's documents; `/api/` itself is a page. */
export function isOfApi(url = ''): boolean {
  return /^\/api\/v\d/.test(url);
}

/** The body of an error of the API: v3 says it in its own way. */
export function apiError(url = '', status: number, reason: string): string {
  const isOld = url.startsWith('/api/v3');
  return JSON.stringify(isOld ? { error: status, message: reason } : { detail: reason });
}
