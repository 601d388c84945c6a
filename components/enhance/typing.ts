/** Fields in which keys type or choose something; not those that only react to Space. */
const FIELDS =
  'textarea, select, input:not([type=checkbox], [type=button], [type=submit], [type=reset])';

/** Whether a key pressed there is meant for the field. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELDS));
}
