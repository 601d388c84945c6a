import { toJson } from './json';

/** A page of a list, of which only the first results have been read. */
interface Listed {
  results: unknown[];
}

/** The text of a list in parts: that of `document`, with the results of `rest` after its own. */
export function* listJson(
  document: Listed,
  rest: Iterable<unknown[]>,
  indent = 0,
): Generator<string> {
  const line = indent === 0 ? '' : '\n';
  const margin = ' '.repeat(2 * indent);
  const empty = toJson({ ...document, results: [] }, indent);
  const end = empty.lastIndexOf(']');
  const partOf = (results: unknown[]) =>
    results.map((it) => `${line}${toJson(it, indent).replaceAll(/^/gm, margin)}`).join(',');
  yield empty.slice(0, end) + partOf(document.results);
  for (const results of rest) yield `,${partOf(results)}`;
  yield `${line}${' '.repeat(indent)}${empty.slice(end)}`;
}
