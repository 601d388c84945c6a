/** What is known of a request when its response has ended, or its client has gone. */
export interface Logged {
  /** When it was over, in milliseconds since 1970. */
  time: number;
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

/** What a pipe takes in one piece: lines of several processes that are no longer do not mix in it. */
const LONGEST_LINE = 4096;

/** Of an address that is all characters which JSON escapes, such as quotes, this much fits. */
const SHORT_URL = 600;

/** A line of the request log, in ASCII. It never names a client. */
export function logLine(logged: Logged): string {
  const line = written(logged, LONGEST_URL);
  return line.length <= LONGEST_LINE ? line : written(logged, SHORT_URL);
}

/** By hand, since it is written for each request: JSON.stringify of the whole takes three times as long. */
function written(logged: Logged, longestUrl: number): string {
  const time = new Date(logged.time).toISOString();
  const { worker, status, bytes, milliseconds, cache, isAborted } = logged;
  const method = JSON.stringify(logged.method);
  const url = JSON.stringify(logged.url.slice(0, longestUrl));
  const ms = Math.round(milliseconds * 100) / 100;
  const end = `${cache === undefined ? '' : `,"cache":"${cache}"`}${isAborted ? ',"aborted":true' : ''}}`;
  const line = `{"time":"${time}","worker":${worker},"method":${method},"url":${url},"status":${status},"bytes":${bytes},"ms":${ms}${end}\n`;
  return STRANGE.test(line) ? line.replace(/[^\n -~]/g, escaped) : line;
}

const STRANGE = /[^\n -~]/;

/** As JSON writes a character by its number. */
const escaped = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
