import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Channel } from '../cluster/channel';
import { guardHeaders } from '../guard-headers';
import { askPrimary } from './ask-primary';
import { healthDocument, healthText, type HealthDocument } from './document';
import { ownFigures, type CountCache, type CountTraffic } from './figures';
import { checkPages, type RenderPage } from './check-pages';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export const isHealth = (url = '') => /^\/health\/?(\?|$)/.test(url);

/** Reports health: this process's figures to the primary, and those of all processes to clients, as text or JSON. */
export function reportHealth(
  channel: Channel,
  countTraffic: CountTraffic,
  countCache: CountCache,
  renderPage: RenderPage,
): Answer {
  const ask = askPrimary(channel);
  const pages = checkPages(renderPage);
  const own = () => ({ ...ownFigures(countTraffic, countCache), pages: pages.last() });
  channel.listen(({ kind }) => {
    if (kind !== 'report') return;
    // Rendering takes longer than the primary waits: it gets the result of this check with the next report.
    void pages.check();
    channel.send({ kind: 'figures', figures: own() });
  });
  return async (request, response) => {
    await pages.check();
    send(request, response, healthDocument(await ask(), own()));
  };
}

function send(request: IncomingMessage, response: ServerResponse, document: HealthDocument): void {
  const isJson = wantsJson(request);
  const body = isJson ? JSON.stringify(document) : healthText(document);
  response.writeHead(document.status === 'failing' ? 503 : 200, {
    'Content-Type': isJson ? 'application/json' : 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...guardHeaders(request.url),
  });
  response.end(body);
}

function wantsJson({ url = '', headers: { accept = '' } }: IncomingMessage): boolean {
  const format = new URLSearchParams(url.split('?')[1]).get('format');
  return format === null ? accept.includes('application/json') : format === 'json';
}
