interface FormerAlternativesProps {
  packages: { slug: string; title: string }[];
}

/** Packages that did the same job once; named, so that the way to what is used in their place has two ends, but not offered. */
export function FormerAlternatives({ packages }: FormerAlternativesProps) {
  if (packages.length === 0) return null;
  return (
    <p className="mt-2 text-caption text-quiet">
      Archived or deprecated by now:{' '}
      {packages.map(({ slug, title }, index) => (
        <span key={slug}>
          {index > 0 && ', '}
          <a href={`/packages/p/${slug}/`} className="underline">
            {title}
          </a>
        </span>
      ))}
      .
    </p>
  );
}
