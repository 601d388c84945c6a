/**
 * What the font of pictures has no letter for: it has the Latin ones with most accents, and a few signs. For any other character the
 * drawing library would ask hosts of fonts and of emoji, so none may reach it; a test holds this list against the font itself.
 */
const missing =
  /[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u0113\u0116-\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u017e\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2122]/gu;

/** A text cut to so many characters, for a place that has no more. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

/** A text with only what pictures can draw; the fallback, an address for one, where too little of it is left to say anything. */
export function drawable(text: string, fallback = ''): string {
  const kept = text
    .normalize('NFC')
    .replace(/\s/gu, ' ')
    // The plain letter stands in for one that is accented or ornate.
    .replace(missing, (sign) => sign.normalize('NFKD').replace(missing, ''))
    .replace(/ {2,}/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(kept) ? kept : fallback;
}
