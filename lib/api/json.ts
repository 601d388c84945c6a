/** JSON in one line or indented, letters as they are. The two line separators are escaped, since old JavaScript can't hold them. */
export function toJson(document: unknown, indent = 0): string {
  return JSON.stringify(document, null, indent)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
