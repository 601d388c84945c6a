/** The session storage key of the control that was changed last, whose menu the next page opens again. */
const KEY = 'applied';

/** Submits forms marked with `data-apply` as soon as a setting changes, without their empty fields. */
export function applyAtOnce(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (!target.form?.matches('[data-apply]')) return;
    remember(`${location.pathname} ${selectorOf(target)}`);
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
  const [path, selector] = recall().split(/ (.*)/);
  if (path !== location.pathname || selector === undefined) return;
  const control = document.querySelector<HTMLElement>(selector);
  control?.closest('details')?.setAttribute('open', '');
  control?.focus({ preventScroll: true });
}

function remember(text: string): void {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // Storage may be full or disabled; then the menu closes after a change.
  }
}

function recall(): string {
  try {
    const text = sessionStorage.getItem(KEY) ?? '';
    sessionStorage.removeItem(KEY);
    return text;
  } catch {
    return '';
  }
}
