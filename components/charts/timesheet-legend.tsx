/** Explains what a timeline can't show, and what its gaps mean. */
export function TimesheetLegend() {
  return (
    <p className="mt-4 max-w-prose text-caption text-quiet">
      First known activity is the oldest known release, or the day the package was listed if that is
      earlier. Most projects are older than their bars, since only their newest releases are known.
      There is no bar if the last commit or any earlier activity is unknown. A tick after the end of
      a bar is a release newer than the last known commit.
    </p>
  );
}
