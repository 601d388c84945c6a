interface TakeawayProps {
  links: { format: string; href: string }[];
}

const names: Record<string, string> = { csv: 'CSV', json: 'JSON', md: 'Markdown' };

/** What the signs mean, and the table as shown in other forms. */
export function Takeaway({ links }: TakeawayProps) {
  return (
    <div className="mt-3 flex flex-wrap justify-between gap-x-8 gap-y-2 text-caption text-quiet">
      <p className="max-w-prose">
        A dash is a fact that nobody has entered yet. A dot marks the best figure of a row; where
        the figures were read more than a year apart, none is marked. Figures older than a year say
        of when they are.
      </p>
      <p className="no-print">
        This table as{' '}
        {links.map(({ format, href }, index) => (
          <span key={format}>
            {index > 0 && ', '}
            <a href={href} rel="nofollow" className="underline">
              {names[format]}
            </a>
          </span>
        ))}
      </p>
    </div>
  );
}
