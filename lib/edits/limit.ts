import { RefusedError } from './refused';

/** There is no room for more of something. The message says how many there can be. */
export class LimitError extends RefusedError {
  override name = 'LimitError';
}
