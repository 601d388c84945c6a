/** A response before content encoding. */
export interface Answer {
  status: number;
  /** Names are lowercase. */
  headers: Record<string, string | string[]>;
  body: Buffer;
  /** Whether it may be sent to other clients too. */
  isShared: boolean;
  /** The nonce of its inline scripts. Such a response is for a single client. */
  nonce?: string;
  /** Whether it is a page with scripts that could not be removed, and that its policy forbids without a nonce. */
  isUnstripped?: boolean;
}
