/** Explains what a time sheet can't show, and what its gaps mean. */
export function TimesheetLegend() {
  return (
    <p className="mt-4 max-w-prose text-caption text-quiet">
      The first sign of a project is the oldest release known here, or the day on which the package
      was listed where that was earlier. Of most projects only the newest releases are known, so
      they began before their bars do. Where the last commit is unknown, or any sign from before it,
      there is no bar. A mark after the end of its bar is a release newer than the last commit that
      is known.
    </p>
  );
}
