/** Another package of the catalogue has this repository or PyPI project. */
export class DuplicateError extends Error {
  override name = 'DuplicateError';
  /** The field of the form that says so. */
  readonly field: string;

  constructor(field: string, other: { title: string; slug: string }) {
    super(`is that of ${other.title} (/packages/p/${other.slug}/)`);
    this.field = field;
  }
}
