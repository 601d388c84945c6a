/** Placeholder of the compare tray, filled in the browser; empty inner HTML keeps React from touching its content. */
export function CompareTray() {
  return (
    <compare-tray
      hidden
      className="no-print"
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: '' }}
    />
  );
}
