/** A write is refused for a reason that the user is told. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  /** The status of the response. */
  readonly status: number;

  constructor(message: string, status = 422) {
    super(message);
    this.status = status;
  }
}

/** Two moderators decide the same thing, and this is the second of them. */
export class DecidedError extends RefusedError {
  override name = 'DecidedError';

  constructor() {
    super('Another moderator has already decided this.');
  }
}
