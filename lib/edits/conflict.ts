type Fields = Record<string, unknown>;

/** Someone else has changed the record since it was opened; `current` is its current state. */
export class ConflictError extends Error {
  override name = 'ConflictError';
  readonly current: Fields;

  constructor(current: Fields, theirs: string[]) {
    super(
      `Someone else has changed this meanwhile (${theirs.join('; ')}). Your input is kept; submit it again to overwrite theirs.`,
    );
    this.current = current;
  }
}

/**
 * Throws ConflictError if the current value of a field is neither the one that the form was opened with nor the one to save. `opened` may
 * lack fields, which are then not compared. `current` is undefined if there is no such record any more.
 */
export function expectUnchanged(opened: Fields, current: Fields | undefined, wanted: Fields): void {
  const now = current ?? {};
  const theirs = Object.keys(wanted).filter(
    (name) =>
      name in opened && !isSame(opened[name], now[name]) && !isSame(now[name], wanted[name]),
  );
  if (theirs.length === 0) return;
  throw new ConflictError(
    now,
    theirs.map((name) => `${name}: ${JSON.stringify(now[name] ?? '')}`),
  );
}

/** Null, undefined and an empty text are equivalent. */
const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
