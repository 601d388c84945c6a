import type { Clock } from '@/lib/time';
import type { ComparisonView } from '@/lib/comparison/view';
import { loadComparison } from './load';

interface Format {
  contentType: string;
  write: (view: ComparisonView, clock: Clock, title: string) => string;
}

/** Answers with exactly what the page of the same query shows, in another form. */
export function exportComparison({ contentType, write }: Format) {
  return async (request: Request, { params }: { params: Promise<{ slug: string }> }) => {
    const { slug } = await params;
    const loaded = loadComparison(slug, queryOf(request));
    if (!loaded) return new Response('There is no grid of this name.\n', { status: 404 });
    return new Response(write(loaded.view, loaded.clock, loaded.grid.title), {
      headers: { 'Content-Type': contentType },
    });
  };
}

/** The query as a page gets it: a text, or a list where a name is repeated. */
function queryOf(request: Request) {
  const given = new URL(request.url).searchParams;
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
}
