/** Size in pixels for Open Graph and large Twitter cards. */
export const IMAGE_SIZE = { width: 1200, height: 630 };

/** Colour of a value; the text says the same. */
type Tone = 'good' | 'caution' | 'bad' | 'quiet' | undefined;

export interface CardFigure {
  label: string;
  value: string;
  /** Its date or meaning. */
  note: string;
  tone?: Tone;
  /** Of a health score: how far its shape is filled, from 0 to 1. */
  filled?: number | undefined;
}

/** A package in the table of an Open Graph image. */
export interface CardRow {
  name: string;
  cells: { text: string; tone?: Tone; filled?: number | undefined }[];
}

/** The content of an Open Graph image. All texts are renderable, see letters.ts. */
export interface Card {
  kicker: string;
  title: string;
  text: string;
  figures: CardFigure[];
  table: { heads: string[]; rows: CardRow[] } | undefined;
}
