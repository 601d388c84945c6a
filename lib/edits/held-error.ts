/** An edit has not been made: it waits for a moderator. */
export class HeldError extends Error {
  override name = 'HeldError';
  /** The id of the waiting edit. */
  readonly id: number;

  constructor(id: number) {
    super('Your change contains a link, so a moderator looks at it first.');
    this.id = id;
  }
}
