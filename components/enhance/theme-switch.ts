import { make } from './make';

const KEY = 'theme';

const themes = { system: 'System', light: 'Light', dark: 'Dark' };

const root = document.documentElement;

/** The theme applied by lib/html/inline-scripts.ts, or chosen since. */
function currentTheme(): string {
  const theme = root.dataset['theme'] ?? '';
  return Object.hasOwn(themes, theme) ? theme : 'system';
}

/** Applies a theme to this page and to the browser's own bars. */
function applyTheme(theme: string): void {
  root.dataset['theme'] = theme;
  for (const [index, scheme] of ['light', 'dark'].entries()) {
    const bar = document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')[index];
    if (!bar) continue;
    const isChosen = theme === scheme ? 'all' : 'not all';
    bar.media = theme === 'system' ? `(prefers-color-scheme: ${scheme})` : isChosen;
  }
}

function storedTheme(): string {
  try {
    return localStorage.getItem(KEY) ?? 'system';
  } catch {
    return currentTheme();
  }
}

function storeTheme(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be full or disabled.
  }
}

/** The menu that chooses between the light and the dark theme; saved in this browser. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const options = Object.entries(themes).map(([value, text]) => make('option', { value }, text));
    const select = make('select', {}, ...options);
    const show = () => {
      applyTheme(storedTheme());
      select.value = currentTheme();
    };
    show();
    select.addEventListener('change', () => {
      storeTheme(select.value);
      applyTheme(select.value);
      // Notifies the other menu of this page, as browsers notify other tabs.
      window.dispatchEvent(new Event('storage'));
    });
    window.addEventListener('storage', show);
    // Going back may restore this page from before the theme was changed on another.
    window.addEventListener('pageshow', show);
    this.replaceChildren(make('label', {}, make('span', {}, 'Theme'), select));
  }
}
