interface ReadAsProps {
  /** The terms that were searched for instead of misspelt ones. */
  corrected: string[] | undefined;
  /** Whether the results match only some of the terms. */
  isRelaxed: boolean;
}

/** Explains how a query was interpreted, if not literally. */
export function ReadAs({ corrected, isRelaxed }: ReadAsProps) {
  if (!corrected && !isRelaxed) return null;
  return (
    <span>
      {corrected && (
        <>
          Showing results for <q dir="auto">{corrected.join(' ')}</q>.
        </>
      )}
      {isRelaxed && ' No result has all of these words; these have some of them.'}
    </span>
  );
}
