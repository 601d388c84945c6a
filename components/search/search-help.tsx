const rows = [
  ['"two words"', 'exact phrase'],
  ['-word', 'exclude a word'],
  ['category:apps', 'in this category'],
  ['grid:forms', 'in grids matching this name'],
  ['django:5.2', 'declares support for this Django version'],
  ['python:3.13', 'declares support for this Python version'],
  ['licence:mit', 'licence starting with this'],
  ['status:stable', 'with this development status'],
  ['https://github.com/…', 'the package of a repository, PyPI project or page of this site'],
  ['celery[redis]>=5', 'the package of a line in a requirements file'],
];

/** The search syntax. */
export function SearchHelp() {
  return (
    <details className="mt-2 text-table">
      <summary className="py-1 text-quiet">Search syntax</summary>
      <dl className="mt-1 grid max-w-prose grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {rows.map(([sign, meaning]) => (
          <div key={sign} className="contents">
            <dt className="font-mono text-caption">{sign}</dt>
            <dd className="text-quiet">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 max-w-prose text-quiet">
        Search looks in names, descriptions, grids and their features, and knows plurals, synonyms
        and small typos. Names count most, then membership in a matching grid, then descriptions,
        then features; ties go to popular, healthy packages.
      </p>
    </details>
  );
}
