import type { ServerResponse } from 'node:http';

const sources = new WeakMap<ServerResponse, string>();

/** Records for the log where a response came from; headers passed to `writeHead` can't be read back. */
export function noteSource(response: ServerResponse, source: string): void {
  sources.set(response, source);
}

export const sourceOf = (response: ServerResponse): string | undefined => sources.get(response);
