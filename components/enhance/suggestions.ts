/** A package or a grid that the search offers while somebody types. */
export interface Suggestion {
  kind: string;
  title: string;
  description: string;
  href: string;
}

/** What was offered before, for as long as the page stands. */
const known = new Map<string, Suggestion[]>();

/** What the site offers for a text. Throws where it does not answer, or the signal says that nobody waits any more. */
export async function suggestionsFor(q: string, signal: AbortSignal): Promise<Suggestion[]> {
  const before = known.get(q);
  if (before) return before;
  const response = await fetch(`/search/suggestions/?${new URLSearchParams({ q })}`, { signal });
  if (!response.ok) throw new Error(`The search answers ${response.status}`);
  const suggestions = readAnswer(await response.json());
  known.set(q, suggestions);
  return suggestions;
}

function readAnswer(answer: unknown): Suggestion[] {
  if (typeof answer !== 'object' || answer === null || !('items' in answer)) return [];
  return Array.isArray(answer.items) ? answer.items.filter(isSuggestion) : [];
}

function isSuggestion(it: unknown): it is Suggestion {
  if (typeof it !== 'object' || it === null) return false;
  if (!('kind' in it && 'title' in it && 'description' in it && 'href' in it)) return false;
  return [it.kind, it.title, it.description, it.href].every((value) => typeof value === 'string');
}
