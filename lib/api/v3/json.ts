/** What a document of version 3 is made of. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** JSON as Python's encoder writes it by default: a blank after each comma and colon, and ASCII alone. */
export function toAsciiJson(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(toAsciiJson).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const members = Object.entries(value).map(([key, it]) => `${quoted(key)}: ${toAsciiJson(it)}`);
  return `{${members.join(', ')}}`;
}

/** A character beyond the basic plane becomes the two escapes of its halves. */
function quoted(text: string): string {
  const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, escape);
}
