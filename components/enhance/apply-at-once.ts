/** Where the menu and the control are kept that a change was made in, while the page loads anew. */
const KEY = 'applied';

/** Forms marked with `data-apply` are sent as soon as a setting changes, and never send empty fields. */
export function applyAtOnce(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-apply] > button')) {
    button.hidden = true;
  }
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (!target.form?.matches('[data-apply]')) return;
    sessionStorage.setItem(KEY, `${location.pathname} ${selectorOf(target)}`);
    target.form.requestSubmit();
  });
  document.addEventListener('formdata', ({ target, formData }) => {
    if (!(target instanceof HTMLFormElement && target.matches('[data-apply]'))) return;
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
  restore();
}

const selectorOf = ({ name, value, type }: HTMLInputElement | HTMLSelectElement) =>
  `[data-apply] [name=${CSS.escape(name)}]${type === 'checkbox' ? `[value="${CSS.escape(value)}"]` : ''}`;

/** Opens the menu and focuses the control of the change that loaded this page. */
function restore(): void {
  const [path, selector] = (sessionStorage.getItem(KEY) ?? '').split(/ (.*)/);
  sessionStorage.removeItem(KEY);
  if (path !== location.pathname || selector === undefined) return;
  const control = document.querySelector<HTMLElement>(selector);
  control?.closest('details')?.setAttribute('open', '');
  control?.focus({ preventScroll: true });
}
