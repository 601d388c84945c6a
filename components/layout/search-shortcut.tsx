/**
 * Placeholder of the checkbox that turns the search shortcut off, filled in the browser; empty inner HTML keeps React from touching its
 * content.
 */
export function SearchShortcut() {
  return (
    <search-shortcut
      className="no-print"
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}
