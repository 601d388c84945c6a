const reasons: Record<number, string> = {
  200: 'OK',
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
};

/** The reason phrase of an HTTP status, or an empty string. */
export function reasonOf(status: number): string {
  return reasons[status] ?? '';
}
