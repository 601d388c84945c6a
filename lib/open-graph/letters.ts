/**
 * Characters missing from the font of Open Graph images, which has Latin letters with most accents and a few signs. The rendering library
 * would fetch fonts or emoji from other hosts for these, so they must not reach it. A test checks this list against the font.
 */
const missing =
  /[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u0113\u0116-\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u017e\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2122]/gu;

/** Characters that can be dropped: emoji with their joiners and modifiers, combining marks, invisible characters. */
const ornament = /[\p{Extended_Pictographic}\p{RI}\p{EMod}\p{Mn}\p{Me}\p{C}]/u;

/**
 * A text that the font can render: without emoji, and with plain letters for accents the font lacks. If other characters would be missing,
 * returns the fallback, such as a slug, since half a name is a wrong name.
 */
export function renderable(text: string, fallback = ''): string {
  const signs = Array.from(text.normalize('NFC').replace(/\s/gu, ' '), renderableCharacter);
  const renderableText = signs.join('').replace(/ {2,}/g, ' ').trim();
  const isWhole = !signs.includes(undefined) && /[\p{L}\p{N}]/u.test(renderableText);
  if (isWhole) return renderableText;
  return fallback === '' ? '' : renderable(fallback);
}

/** The rendered form of a character: empty if it can be dropped, undefined if it would be missing. */
function renderableCharacter(sign: string): string | undefined {
  const remaining = sign.replace(missing, '');
  if (remaining !== '') return remaining;
  const plain = sign.normalize('NFKD').replace(missing, '');
  return plain !== '' || ornament.test(sign) ? plain : undefined;
}
