interface BreadcrumbsProps {
  /** The pages above this one, from the top. */
  trail: { href: string; label: string }[];
}

/** The way back up from a page. */
export function Breadcrumbs({ trail }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumb" className="no-print mb-2 text-caption text-quiet">
      <ol className="flex flex-wrap gap-x-2">
        {trail.map(({ href, label }) => (
          <li key={href} className="after:ml-2 after:content-['/']">
            <a href={href} className="inline-block py-0.5 text-quiet hover:text-accent">
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
