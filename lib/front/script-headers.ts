import type { IncomingHttpHeaders } from 'node:http';

/** Forgets what only scripts of Next's send. To a request of the API they would bring a form of an answer that no client of it reads. */
export function forgetScriptHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (/^(rsc$|next-)/.test(name)) Reflect.deleteProperty(headers, name);
  }
}
