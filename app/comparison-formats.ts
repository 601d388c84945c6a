import { toCsv, toDocument, toMarkdown } from '@/lib/comparison/export';
import type { ComparisonView } from '@/lib/comparison/view';
import type { Clock } from '@/lib/time';

interface Loaded {
  title: string;
  view: ComparisonView;
  clock: Clock;
}

interface Format {
  contentType: string;
  write: (loaded: Loaded) => string;
}

const formats = {
  csv: {
    contentType: 'text/csv; charset=utf-8',
    write: ({ view, clock }) => toCsv(view, clock),
  },
  json: {
    contentType: 'application/json',
    write: ({ title, view, clock }) => JSON.stringify(toDocument(title, view, clock)),
  },
  md: {
    contentType: 'text/markdown; charset=utf-8',
    write: ({ view, clock }) => toMarkdown(view, clock),
  },
} satisfies Record<string, Format>;

/**
 * A handler that answers with exactly what a comparison page of the same query shows, in another form. `load` finds the comparison by
 * the parameters of its path; undefined is a 404.
 */
export function exportComparison<Params>(
  format: keyof typeof formats,
  load: (params: Params, query: unknown) => Loaded | undefined,
) {
  const { contentType, write }: Format = formats[format];
  return async (request: Request, { params }: { params: Promise<Params> }) => {
    const loaded = load(await params, queryOf(request));
    if (!loaded) return new Response('There is no such comparison.\n', { status: 404 });
    return new Response(write(loaded), { headers: { 'Content-Type': contentType } });
  };
}

/** The query as a page gets it: a text, or a list where a name is repeated. */
function queryOf(request: Request) {
  const given = new URL(request.url).searchParams;
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
}
