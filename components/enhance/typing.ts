/** Fields in which a key writes or chooses something; not those that only Space presses. */
const FIELDS =
  'textarea, select, input:not([type=checkbox], [type=button], [type=submit], [type=reset])';

/** Whether a key that is pressed there belongs to the field it is typed in. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELDS));
}
