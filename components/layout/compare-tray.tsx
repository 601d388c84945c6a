/** The place of the tray of ticked packages, which is filled in the browser; empty markup keeps React out of it. */
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
