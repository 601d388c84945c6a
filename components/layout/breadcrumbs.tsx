interface BreadcrumbsProps {
  /** The parent pages, top level first. */
  trail: { href: string; label: string }[];
}

/** Breadcrumb navigation. */
export function Breadcrumbs({ trail }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumb" className="no-print mb-2 text-caption text-quiet">
      <ol className="flex flex-wrap gap-x-2">
        {trail.map(({ href, label }) => (
          <li key={href} className="after:ml-2 after:content-['/']">
            <a href={href} className="inline-block py-0.5 text-quiet hover:text-accent" dir="auto">
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
