/** A package or grid suggested while the user types. */
export interface Suggestion {
  kind: string;
  title: string;
  description: string;
  href: string;
}

/** Earlier suggestions by query, for the lifetime of the page. */
const known = new Map<string, Suggestion[]>();

/** Fetches suggestions for a text. Throws if the request fails or is aborted. */
export async function suggestionsFor(q: string, signal: AbortSignal): Promise<Suggestion[]> {
  const before = known.get(q);
  if (before) return before;
  const response = await fetch(`/search/suggestions/?${new URLSearchParams({ q })}`, { signal });
  if (!response.ok) throw new Error(`The search returned status ${response.status}`);
  const suggestions = readAnswer(await response.json());
  known.set(q, suggestions);
  return suggestions;
}

function readAnswer(answer: unknown): Suggestion[] {
  if (typeof answer !== 'object' || answer === null || !('items' in answer)) return [];
  return Array.isArray(answer.items) ? answer.items.filter(isSuggestion) : [];
}

function isSuggestion(item: unknown): item is Suggestion {
  if (typeof item !== 'object' || item === null) return false;
  if (!('kind' in item && 'title' in item && 'description' in item && 'href' in item)) return false;
  return [item.kind, item.title, item.description, item.href].every(
    (value) => typeof value === 'string',
  );
}
