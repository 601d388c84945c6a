import { movedTo, noSuch } from '@/app/documents';
import { declaredQuery } from '@/lib/routes/query';
import { withQuery } from '@/lib/text/links';
import { toDocument } from '@/lib/comparison/table-document';
import { toCsv, toMarkdown } from '@/lib/comparison/table-files';
import { fileDisposition } from '@/lib/comparison/file-names';
import type { ComparisonView } from '@/lib/comparison/view';
import type { Clock } from '@/lib/time';

interface Loaded {
  title: string;
  /** Name of downloaded files. */
  fileName: string;
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
 * Creates a handler that exports exactly what a comparison page with the same query shows, in another format. `load` finds the comparison
 * by its path parameters; if there is none, `findMoved` may return the path of a renamed page.
 */
export function exportComparison<Params>(
  folder: '/grids/g/[slug]' | '/compare/[packages]',
  format: keyof typeof formats,
  load: (params: Params, query: unknown) => Loaded | undefined,
  findMoved?: (params: Params) => string | undefined,
) {
  const route = `${folder}/table.${format}` as const;
  const { contentType, write }: Format = formats[format];
  return async (request: Request, { params }: { params: Promise<Params> }) => {
    const given = await params;
    const query = declaredQuery(route, new URL(request.url).searchParams);
    const loaded = load(given, query);
    if (!loaded) {
      const path = findMoved?.(given);
      if (path === undefined) return noSuch('comparison');
      return movedTo(withQuery(`${path}table.${format}`, query));
    }
    const disposition = fileDisposition(`${loaded.fileName}.${format}`);
    return new Response(write(loaded), {
      headers: { 'Content-Type': contentType, 'Content-Disposition': disposition },
    });
  };
}
