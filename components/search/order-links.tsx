import { packageSortFields, RELEVANCE } from '@/lib/list/sort-orders';

interface OrderLinksProps {
  sort: string;
  /** Sort fields to omit. */
  omitted: string[];
  hrefOf: (sort: string) => string;
}

/** Sort orders that make sense for search results, labelled as in the package list. */
const keys = [
  'health',
  'repo_watchers',
  'pypi_downloads',
  'last_released',
  'last_updated',
  'created',
  'title',
];

const orders = [
  { key: '', sort: RELEVANCE, label: 'Relevance' },
  ...packageSortFields
    .filter(({ key }) => keys.includes(key))
    .map(({ key, label, start }) => ({ key, sort: start + key, label })),
];

/** Links to each sort order of the results. */
export function OrderLinks({ sort, omitted, hrefOf }: OrderLinksProps) {
  return (
    <nav aria-label="Sort by" className="no-print mb-2 flex gap-x-3 text-caption text-quiet">
      <span aria-hidden="true" className="py-1 whitespace-nowrap">
        Sort by
      </span>
      <ul className="flex flex-wrap gap-x-4">
        {orders
          .filter(({ key }) => !omitted.includes(key))
          .map((order) => (
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
