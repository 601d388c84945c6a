/** Truncates a text to at most `most` characters, including the ellipsis. */
export function shortened(text: string, most: number): string {
  const signs = Array.from(text);
  return signs.length > most
    ? `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
