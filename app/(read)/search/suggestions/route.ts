import { listSuggestions } from '@/db/queries/search';
import { declaredQuery } from '@/lib/routes/query';
import { suggestionQuery, suggestionPath } from '@/lib/search/suggestions';
import { printable } from '@/lib/text/printable';

const MOST = 8;

/** Suggestions for the search field, while the user types. */
export function GET(request: Request) {
  const { q } = suggestionQuery.parse(
    declaredQuery('/search/suggestions', new URL(request.url).searchParams),
  );
  const items = listSuggestions(q, MOST).map(({ kind, slug, title, description }) => ({
    kind,
    title: printable(title),
    description: printable(description),
    href: suggestionPath({ kind, slug }),
  }));
  return Response.json({ query: q, items });
}
