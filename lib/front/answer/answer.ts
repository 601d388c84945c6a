/** An answer as it goes out, but for its form on the wire. */
export interface Answer {
  status: number;
  /** Names are in small letters. */
  headers: Record<string, string | string[]>;
  body: Buffer;
  /** Whether it may be given to others too. */
  isShared: boolean;
}
