/** Placeholder of the theme menu, filled in the browser; empty inner HTML keeps React from touching its content. */
export function ThemeSwitch() {
  return (
    <theme-switch
      className="no-print"
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}
