import type { Alternatives } from './match';
import { tokensOf } from './tokens';

export interface TextPart {
  text: string;
  isMarked: boolean;
}

/** A text in parts: the words that a search asked for, in any form that it took them in, and what stands between. */
export function markWords(text: string, groups: Alternatives[]): TextPart[] {
  const wanted = new Set(groups.flat(2));
  const parts: TextPart[] = [];
  for (const piece of text.split(/(\P{L}*\s+\P{L}*|[-/.,;:()]+)/u)) {
    const isMarked = tokensOf(piece).some((token) => wanted.has(token));
    const last = parts.at(-1);
    if (last?.isMarked === isMarked) last.text += piece;
    else parts.push({ text: piece, isMarked });
  }
  return parts;
}
