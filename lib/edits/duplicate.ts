import { FieldError } from './field-error';

/** Another package of the catalogue has this repository or PyPI project. */
export class DuplicateError extends FieldError {
  override name = 'DuplicateError';

  constructor(field: string, other: { title: string; slug: string }) {
    super(field, `is that of ${other.title} (/packages/p/${other.slug}/)`);
  }
}
