interface SortLinksProps {
  orders: { value: string; label: string }[];
  sort: string;
  hrefOf: (sort: string) => string;
}

/** Sort orders as links, for screens too narrow for the column headings. */
export function SortLinks({ orders, sort, hrefOf }: SortLinksProps) {
  return (
    <nav
      aria-label="Order"
      className="no-print flex gap-x-4 text-caption whitespace-nowrap text-quiet xl:hidden"
    >
      <span className="py-1">Sort by</span>
      <ul className="flex flex-wrap gap-x-4">
        {orders.map(({ value, label }) => (
          <li key={value}>
            <a
              href={hrefOf(value)}
              aria-current={value === sort || undefined}
              className="inline-block py-1 aria-current:text-ink"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
