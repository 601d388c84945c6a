import type { IncomingMessage, ServerResponse } from 'node:http';
import { frameHeaders, guardHeaders } from '@/lib/guard-headers';
import type { Line } from '../cluster/line';
import { askPrimary } from './ask-primary';
import { healthDocument, healthText, type HealthDocument } from './document';
import { ownFigures, type CountCache, type CountTraffic } from './figures';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export const isHealth = (url = '') => /^\/health\/?(\?|$)/.test(url);

/** Tells whether the site is well: to the primary figures of this process, and to whoever asks those of all, in lines or as JSON. */
export function reportHealth(
  line: Line,
  countTraffic: CountTraffic,
  countCache: CountCache,
): Answer {
  const ask = askPrimary(line);
  const own = () => ownFigures(countTraffic, countCache);
  line.listen(({ kind }) => {
    if (kind === 'report') line.send({ kind: 'figures', figures: own() });
  });
  return async (request, response) => {
    send(request, response, healthDocument(await ask(), own()));
  };
}

function send(request: IncomingMessage, response: ServerResponse, document: HealthDocument): void {
  const isJson = wantsJson(request);
  const body = isJson ? JSON.stringify(document) : healthText(document);
  response.writeHead(document.status === 'ok' ? 200 : 503, {
    'Content-Type': isJson ? 'application/json' : 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...frameHeaders,
    ...guardHeaders,
  });
  response.end(body);
}

function wantsJson({ url = '', headers: { accept = '' } }: IncomingMessage): boolean {
  const format = new URLSearchParams(url.split('?')[1]).get('format');
  return format === null ? accept.includes('application/json') : format === 'json';
}
