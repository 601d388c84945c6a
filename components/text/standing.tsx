interface StandingProps {
  isDeprecated: boolean;
  isArchived: boolean;
}

/** Says that a package is deprecated or archived; says nothing of any other. */
export function Standing({ isDeprecated, isArchived }: StandingProps) {
  if (!isDeprecated && !isArchived) return null;
  return (
    <span className="text-caption font-normal text-bad">
      {isDeprecated ? 'Deprecated' : 'Archived'}
    </span>
  );
}
