/** As Open Graph and Twitter's large cards want them. */
export const PICTURE_SIZE = { width: 1200, height: 630 };

/** How a value is coloured; the words say the same. */
type Tone = 'good' | 'caution' | 'bad' | 'quiet' | undefined;

export interface CardFigure {
  label: string;
  value: string;
  /** Of when it is, or what it means. */
  note: string;
  tone?: Tone;
}

/** A package in the table of a card. */
export interface CardRow {
  name: string;
  cells: { text: string; tone?: Tone }[];
}

/** What the picture of a page shows. Every text can be drawn. */
export interface Card {
  kicker: string;
  title: string;
  text: string;
  figures: CardFigure[];
  table: { heads: string[]; rows: CardRow[] } | undefined;
}
