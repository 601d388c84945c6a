interface EmptyListProps {
  /** What was looked for, as in "packages". */
  things: string;
  q: string;
  /** Where it was looked for, if not everywhere: "in this category". */
  where?: string | undefined;
  /** The list without the search. */
  href: string;
}

/** Says that a search found nothing, and what to do. */
export function EmptyList({ things, q, where = '', href }: EmptyListProps) {
  if (q === '') {
    return <p className="py-6">{`There are no ${things} ${where === '' ? 'here yet' : where}.`}</p>;
  }
  return (
    <p className="max-w-prose py-6">
      No {things} {where} answer <q className="[overflow-wrap:anywhere]">{q}</q>. Try fewer or
      shorter words, or{' '}
      <a href={href} className="underline">
        see all {things}
      </a>
      .
    </p>
  );
}
