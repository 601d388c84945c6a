type Fields = Record<string, unknown>;

/** Somebody else has changed what is being saved since it was opened; `current` is how it is now. */
export class ConflictError extends Error {
  override name = 'ConflictError';
  readonly current: Fields;

  constructor(current: Fields, theirs: string[]) {
    super(
      `Somebody has changed this meanwhile (${theirs.join('; ')}). What you typed is kept; send it again to replace theirs.`,
    );
    this.current = current;
  }
}

/**
 * Throws ConflictError if a field to be saved is neither as it was when the form was opened nor already as it is to be. `opened` may lack
 * fields, which are then not compared. `current` is undefined if there is no such record any more.
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

/** Null, undefined and an empty text are all nothing. */
const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
