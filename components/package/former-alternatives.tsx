interface FormerAlternativesProps {
  packages: { slug: string; title: string }[];
}

/** Former packages for the same job; named, so that they link both ways with their replacements, but not recommended. */
export function FormerAlternatives({ packages }: FormerAlternativesProps) {
  if (packages.length === 0) return null;
  return (
    <p className="mt-2 text-caption text-quiet">
      Now archived or deprecated:{' '}
      {packages.map(({ slug, title }, index) => (
        <span key={slug}>
          {index > 0 && ', '}
          <a href={`/packages/p/${slug}/`} className="underline" dir="auto">
            {title}
          </a>
        </span>
      ))}
      .
    </p>
  );
}
