/** Parses a JSON list of lists from a query column. */
export function readLists(json: string): unknown[][] {
  const lists: unknown = JSON.parse(json);
  return Array.isArray(lists) ? lists.filter(Array.isArray) : [];
}
