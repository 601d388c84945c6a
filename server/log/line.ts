/** A request whose response has ended or whose client has disconnected. */
export interface Logged {
  /** When it ended, in milliseconds since 1970. */
  time: number;
  worker: number;
  method: string;
  /** Path and query, as received. */
  url: string;
  status: number;
  /** Bytes sent over the connection, including headers. */
  bytes: number;
  milliseconds: number;
  /** The result of the response cache, if it was consulted. */
  cache: string | undefined;
  isAborted: boolean;
}

const LONGEST_URL = 2000;

/** In bytes: a pipe takes this much atomically, so lines of several processes don't mix. */
const LONGEST_LINE = 4096;

/** In characters: this much fits even if JSON escapes every character, such as quotes. */
const SHORT_URL = 600;

/** Formats a line of the request log, in ASCII. It never identifies a client. */
export function logLine(logged: Logged): string {
  const line = written(logged, LONGEST_URL);
  return line.length <= LONGEST_LINE ? line : written(logged, SHORT_URL);
}

/** Formatted by hand because it runs for each request: JSON.stringify of the whole takes three times as long. */
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

/** Escapes a character as JSON does, by its code. */
const escaped = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
