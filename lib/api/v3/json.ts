/** A JSON value of a v3 document. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** JSON in the default format of Python's encoder: a space after each comma and colon, ASCII only. */
export function toAsciiJson(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(toAsciiJson).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const members = Object.entries(value).map(([key, it]) => `${quoted(key)}: ${toAsciiJson(it)}`);
  return `{${members.join(', ')}}`;
}

/** A character outside the Basic Multilingual Plane is escaped as a surrogate pair. */
function quoted(text: string): string {
  const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, escape);
}
