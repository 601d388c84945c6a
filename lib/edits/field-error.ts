/** The value of a field is wrong in a way that only the write finds out. */
export class FieldError extends Error {
  override name = 'FieldError';
  /** The field of the form that shows the message. */
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}
