import type { IncomingMessage, ServerResponse } from 'node:http';
import { guardHeaders } from '@/server/http/guard-headers';
import type { Origins } from '../origins';
import type { Channel } from '@/server/primary/channel';
import type { MessageToWorker, WorkerFigures } from '@/server/primary/messages';
import { askPrimary } from './ask-primary';
import { checkPages } from './check-pages';
import { healthDocument, healthText, type HealthDocument } from './document';
import { processFigures } from './figures';

interface Reporting {
  channel: Channel<MessageToWorker>;
  origins: Origins;
  countOrigins: number;
  countTraffic: () => Pick<WorkerFigures, 'requests' | 'in_flight'>;
  countCache: () => WorkerFigures['cache'];
}

type Respond = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A small page of the catalogue, rendered each time. */
const SMALL_PAGE = {
  ...{ method: 'GET', url: '/categories/' },
  headers: { accept: 'text/html', 'cache-control': 'no-cache' },
};

/** Reports health: this process's figures to the primary, and those of all processes to clients, as text or JSON. */
export function reportHealth(reporting: Reporting): Respond {
  const { channel, origins, countOrigins, countTraffic, countCache } = reporting;
  const ask = askPrimary(channel);
  const pages = checkPages(async () => {
    const numbers = Array.from({ length: countOrigins }, (_, number) => number);
    const responses = await Promise.all(numbers.map((it) => origins.ask(it, SMALL_PAGE)));
    return Math.max(...responses.map(({ status }) => status));
  });
  const own = (): WorkerFigures => ({
    ...processFigures(),
    ...countTraffic(),
    ...{ pages: pages.last(), cache: countCache() },
  });
  channel.listen(({ kind }) => {
    if (kind === 'report') channel.send({ kind: 'figures', figures: own() });
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
