interface EmptyListProps {
  /** What the list contains, such as "packages". */
  things: string;
  q: string;
  /** The scope of the search, if not the whole site: "in this category". */
  where?: string | undefined;
  /** URL of the list without the search. */
  href: string;
}

/** Empty state of a list, with what to do next. */
export function EmptyList({ things, q, where = '', href }: EmptyListProps) {
  if (q === '') {
    return <p className="py-6">{`No ${things} ${where === '' ? 'yet' : where}.`}</p>;
  }
  return (
    <p className="max-w-prose py-6">
      No {things} {where} match <q dir="auto">{q}</q>. Try fewer or shorter words, or{' '}
      <a href={href} className="underline">
        see all {things}
      </a>
      .
    </p>
  );
}
