const rows = [
  ['"two words"', 'words that follow one another'],
  ['-word', 'without this word'],
  ['category:apps', 'of a category'],
  ['grid:forms', 'in a grid whose name holds this'],
  ['django:5.2', 'names this Django release in its classifiers'],
  ['python:3.13', 'names this Python release in its classifiers'],
  ['licence:mit', 'under a licence that begins so'],
  ['status:stable', 'of a development status'],
  [
    'https://github.com/…',
    'the package of a repository, of a project on PyPI or of a page of this site',
  ],
  ['celery[redis]>=5', 'the package that a line of a requirements file names'],
];

/** The search syntax. */
export function SearchHelp() {
  return (
    <details className="mt-2 text-table">
      <summary className="py-1 text-quiet">What a search understands</summary>
      <dl className="mt-1 grid max-w-prose grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {rows.map(([sign, meaning]) => (
          <div key={sign} className="contents">
            <dt className="font-mono text-caption">{sign}</dt>
            <dd className="text-quiet">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 max-w-prose text-quiet">
        Words are found in names, descriptions, grids and their features, in singular and plural and
        in other words for the same thing; small misspellings are forgiven. Names count most, then
        grids that compare what you search for with their most popular packages, then descriptions,
        then features; ties go to popular, healthy packages.
      </p>
    </details>
  );
}
