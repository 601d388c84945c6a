import { listSuggestions } from '@/db/queries/suggest';
import { suggestionQuery, suggestionPath } from '@/lib/search/suggestions';

const MOST = 8;

/** What the search field of every page offers while somebody types. */
export function GET(request: Request) {
  const { q } = suggestionQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const items = listSuggestions(q, MOST).map(({ kind, slug, title, description }) => ({
    kind,
    title,
    description,
    href: suggestionPath({ kind, slug }),
  }));
  return Response.json({ query: q, items });
}
