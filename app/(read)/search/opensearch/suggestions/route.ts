import { listSuggestions } from '@/db/queries/suggest';
import { suggestionQuery, suggestionPath } from '@/lib/search/suggestions';

const MOST = 15;

/** The query, titles, nothing and addresses: OpenSearch Suggestions 1.1, as djangopackages.org fills it. */
export function GET(request: Request) {
  const { q } = suggestionQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = listSuggestions(q, MOST);
  const body = [q, found.map(({ title }) => title), [], found.map(suggestionPath)];
  return new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/x-suggestions+json' },
  });
}
