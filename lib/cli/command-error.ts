/** Why a command can't go on, in words for whoever typed it. */
export class CommandError extends Error {
  override name = 'CommandError';
}
