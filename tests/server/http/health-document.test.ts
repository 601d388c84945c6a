import { expect, test } from 'vitest';
import type { WorkerFigures } from '@/server/http/cluster/messages';
import { stripWith, type Strips } from '@/server/http/answer/strip-answer';
import { healthDocument, healthText } from '@/server/http/health/document';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

/** What two workers report, the second of which has sent these pages. */
function reportOf(pages: string[]) {
  const strips: Strips = { stripped: 0, unstripped: 0, unstrippedRoute: null };
  const stripAnswer = stripWith(strips, () => undefined);
  for (const page of pages) {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    stripAnswer(
      { status: 200, headers, body: Buffer.from(page), isShared: true },
      '/grids/g/[slug]',
    );
  }
  const { stripped, unstripped } = strips;
  const figures: WorkerFigures = {
    ...{ pid: 1, uptime_seconds: 1, rss_bytes: 1, heap_bytes: 1, requests: 1, in_flight: 0 },
    ...{ pages: 'ok', cache: { stripped, unstripped }, unstripped_route: strips.unstrippedRoute },
  };
  const idle: WorkerFigures = { ...figures, cache: {}, unstripped_route: null };
  const primary = { pid: 0, rss_bytes: 1 };
  const site = { uptime_seconds: 1, restarts: 0, primary, workers: [idle, figures] };
  return healthDocument(site, idle);
}

const page = (body: string) => `<!DOCTYPE html><html><body>${body}</body></html>`;

test('health is ok while every page is stripped', () => {
  const report = reportOf([page('<h1>CMS</h1><script>self.__next_f.push([1,""])</script>')]);
  expect(report).toMatchObject({
    ...{ status: 'ok', unstripped_route: null },
    cache: { stripped: 1, unstripped: 0 },
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
    cache: { stripped: 0, unstripped: 2 },
  });
  expect(healthText(report)).toContain('unstripped_route: /grids/g/[slug]\n');
});
