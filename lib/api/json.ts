/** JSON on one line or indented, not ASCII-escaped. Escapes U+2028 and U+2029, which old JavaScript can't parse in strings. */
export function toJson(document: unknown, indent = 0): string {
  return JSON.stringify(document, null, indent)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
