import { expect, test } from 'vitest';
import type { OriginFigures, WorkerFigures } from '@/server/primary/messages';
import { healthDocument, healthText } from '@/server/http/health/document';
import { stripPageWith, type StripFigures } from '@/server/origin/strip-page';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

/** The figures of a worker and two origins, the second of which has rendered these pages. */
function reportOf(pages: string[]) {
  const strips: StripFigures = { stripped: 0, unstripped: 0, unstrippedRoute: null };
  const stripPage = stripPageWith(strips, () => undefined);
  for (const page of pages) stripPage(Buffer.from(page), '/grids/g/[slug]');
  const { stripped, unstripped, unstrippedRoute } = strips;
  const figures = { pid: 1, uptime_seconds: 1, rss_bytes: 1, heap_bytes: 1 };
  const worker: WorkerFigures = {
    ...figures,
    ...{ requests: 1, in_flight: 0, pages: 'ok', cache: {} },
  };
  const idle: OriginFigures = { ...figures, renders: {}, unstripped_route: null };
  const renders = { stripped, unstripped };
  const origin: OriginFigures = { ...figures, renders, unstripped_route: unstrippedRoute };
  const primary = { pid: 0, rss_bytes: 1 };
  const site = { uptime_seconds: 1, restarts: 0, primary, workers: [worker] };
  return healthDocument({ ...site, origins: [idle, origin] }, worker);
}

const page = (body: string) => `<!DOCTYPE html><html><body>${body}</body></html>`;

test('health is ok while every page is stripped', () => {
  const report = reportOf([page('<h1>CMS</h1><script>self.__next_f.push([1,""])</script>')]);
  expect(report).toMatchObject({
    ...{ status: 'ok', unstripped_route: null },
    renders: { stripped: 1, unstripped: 0 },
  });
});

test.each([
  ['an unknown script', page('<script>odd()</script>')],
  ['a part that comes late', page('<template id="B:0"></template>')],
  ['no end', '<!DOCTYPE html><html><body>'],
])('a page with %s degrades health, which names its route and no client', (_, odd) => {
  const report = reportOf([odd, odd]);
  expect(report).toMatchObject({
    ...{ status: 'degraded', pages: 'ok', unstripped_route: '/grids/g/[slug]' },
    renders: { stripped: 0, unstripped: 2 },
  });
  expect(healthText(report)).toContain('unstripped_route: /grids/g/[slug]\n');
});
