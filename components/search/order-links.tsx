import { packageSortFields, RELEVANCE } from '@/lib/list/sort-orders';

interface OrderLinksProps {
  sort: string;
  hrefOf: (sort: string) => string;
}

/** Sort orders that make sense for search results, labelled as in the package list. */
const fields = packageSortFields.filter(({ key }) =>
  [
    'health',
    'repo_watchers',
    'pypi_downloads',
    'last_released',
    'last_updated',
    'created',
    'title',
  ].includes(key),
);

const orders = [
  { sort: RELEVANCE, label: 'Relevance' },
  ...fields.map(({ key, label, start }) => ({
    sort: start + key,
    label: key === 'title' ? 'Name' : label,
  })),
];

/** Links to each sort order of the results. */
export function OrderLinks({ sort, hrefOf }: OrderLinksProps) {
  return (
    <nav aria-label="Order" className="no-print">
      <ul className="flex flex-wrap gap-x-4 text-caption text-quiet">
        {orders.map((order) => (
          <li key={order.sort}>
            <a
              href={hrefOf(order.sort)}
              rel="nofollow"
              aria-current={order.sort === sort ? 'true' : undefined}
              className="inline-block py-1 text-quiet hover:text-accent aria-[current]:font-heading aria-[current]:text-ink"
            >
              {order.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
