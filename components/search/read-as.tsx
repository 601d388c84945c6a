interface ReadAsProps {
  /** The words that were searched for in place of misspelt ones. */
  corrected: string[] | undefined;
  /** Whether what is shown has only a part of the words. */
  isRelaxed: boolean;
}

/** Says how the words of a search were read, where that is not as they stand. */
export function ReadAs({ corrected, isRelaxed }: ReadAsProps) {
  if (!corrected && !isRelaxed) return null;
  return (
    <span>
      {corrected && (
        <>
          Read as <q>{corrected.join(' ')}</q>.
        </>
      )}
      {isRelaxed && ' Nothing has all of these words; these have some of them.'}
    </span>
  );
}
