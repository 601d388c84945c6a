/** What is to be changed doesn't exist any more. */
export class MissingError extends Error {
  override name = 'MissingError';
}
