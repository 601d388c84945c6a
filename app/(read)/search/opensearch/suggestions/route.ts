import { listSuggestions } from '@/db/queries/search';
import { declaredQuery } from '@/lib/routes/query';
import { suggestionQuery, suggestionPath } from '@/lib/search/suggestions';
import { printable } from '@/lib/text/printable';

const MOST = 15;

/** OpenSearch Suggestions 1.1: query, titles, no descriptions, and URLs, as on djangopackages.org. */
export function GET(request: Request) {
  const { q } = suggestionQuery.parse(
    declaredQuery('/search/opensearch/suggestions', new URL(request.url).searchParams),
  );
  const found = listSuggestions(q, MOST);
  const body = [q, found.map(({ title }) => printable(title)), [], found.map(suggestionPath)];
  return new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/x-suggestions+json' },
  });
}
