/** An address may not be requested. The message names it and the rule, in a sentence without the final stop. */
export class RefusedAddressError extends Error {
  override name = 'RefusedAddressError';
}
