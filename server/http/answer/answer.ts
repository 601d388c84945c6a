/** A response before content encoding. */
export interface Answer {
  status: number;
  /** Names are lowercase. */
  headers: Record<string, string | string[]>;
  body: Buffer;
  /** Whether it may be sent to other clients too. */
  isShared: boolean;
}
