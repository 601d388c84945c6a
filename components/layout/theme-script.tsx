import { THEME_SCRIPT } from '@/lib/html/inline-scripts';

/** Applies the theme chosen in this browser; in <head>, so that no page flashes in another. */
export function ThemeScript() {
  return <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />;
}
