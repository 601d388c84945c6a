/** A JSON list of lists, as a column of a query gives it. */
export function readLists(json: string): unknown[][] {
  const lists: unknown = JSON.parse(json);
  return Array.isArray(lists) ? lists.filter(Array.isArray) : [];
}
