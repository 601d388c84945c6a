interface RowMeaningsProps {
  rows: { label: string; description: string }[];
}

/** What each row of a comparison means, for those who can't rest a pointer on its head. */
export function RowMeanings({ rows }: RowMeaningsProps) {
  const explained = rows.filter(({ description }) => description !== '');
  return (
    <details className="mt-3 text-table">
      <summary className="py-1 text-quiet">What the rows mean</summary>
      <dl className="mt-2 gap-x-10 md:columns-2">
        {explained.map(({ label, description }, index) => (
          <div key={index} className="mb-2 break-inside-avoid">
            <dt className="font-heading">{label}</dt>
            <dd className="text-quiet">{description}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
