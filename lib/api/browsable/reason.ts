const reasons: Record<number, string> = {
  200: 'OK',
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  413: 'Payload Too Large',
};

/** What stands behind a status in the first line of a response. */
export function reasonOf(status: number): string {
  return reasons[status] ?? '';
}
