/** The record to be changed no longer exists. */
export class MissingError extends Error {
  override name = 'MissingError';
}
