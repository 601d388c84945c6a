interface ViewLinksProps {
  /** Path of the grid. */
  path: string;
  current: 'table' | 'list' | 'timeline';
}

/** The views of a grid. */
export function ViewLinks({ path, current }: ViewLinksProps) {
  const views = [
    { key: 'table', label: 'Table', href: path },
    { key: 'list', label: 'List', href: `${path}packages/` },
    { key: 'timeline', label: 'Timeline', href: `${path}timesheet/` },
  ];
  return (
    <nav aria-label="Views" className="no-print flex">
      {views.map(({ key, label, href }) => (
        <a
          key={key}
          href={href}
          aria-current={key === current ? 'page' : undefined}
          className="-ml-px flex min-h-9 items-center border border-edge px-3 text-ink first:ml-0 first:rounded-l-md last:rounded-r-md aria-[current]:bg-accent-tint aria-[current]:font-heading"
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
