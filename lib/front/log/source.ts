import type { ServerResponse } from 'node:http';

const sources = new WeakMap<ServerResponse, string>();

/** Keeps for the log where an answer came from: what goes out by `writeHead` alone can't be read again. */
export function noteSource(response: ServerResponse, source: string): void {
  sources.set(response, source);
}

export const sourceOf = (response: ServerResponse): string | undefined => sources.get(response);
