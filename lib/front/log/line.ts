/** What is known of a request when its response has ended, or its client has gone. */
export interface Logged {
  worker: number;
  method: string;
  /** Path and query, as they came. */
  url: string;
  status: number;
  /** What went over the connection, with headers. */
  bytes: number;
  milliseconds: number;
  /** What the response cache said, where it was asked. */
  cache: string | undefined;
  isAborted: boolean;
}

const LONGEST_URL = 2000;

/**
 * A line of the request log. It is ASCII, and so many characters at most, that lines of several processes do not mix in a pipe. It
 * never names a client.
 */
export function logLine(time: Date, logged: Logged): string {
  const { worker, method, status, bytes, milliseconds, cache, isAborted } = logged;
  const line = JSON.stringify({
    time: time.toISOString(),
    worker,
    method,
    url: logged.url.slice(0, LONGEST_URL),
    status,
    bytes,
    ms: Math.round(milliseconds * 100) / 100,
    cache,
    aborted: isAborted || undefined,
  });
  return `${line.replace(/[^\n -~]/g, escaped)}\n`;
}

/** As JSON writes a character by its number. */
const escaped = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
