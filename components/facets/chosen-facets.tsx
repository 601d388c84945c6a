import type { FacetChoice } from '@/lib/facets/facets';
import { choose } from '@/lib/facets/choice';
import type { FacetView } from '@/lib/facets/view';

interface ChosenFacetsProps {
  facets: FacetView[];
  choice: FacetChoice;
  /** URL of the list with other filters. */
  hrefOf: (choice: FacetChoice) => string;
}

/** The active filters of a list, each with a link that removes it. */
export function ChosenFacets({ facets, choice, hrefOf }: ChosenFacetsProps) {
  const chosen = facets.flatMap(({ chosen: value, ...facet }) =>
    value ? [{ ...facet, value }] : [],
  );
  if (chosen.length === 0) return null;
  const bare = chosen.reduce((left, { key }) => choose(left, key, undefined), choice);
  return (
    <ul
      aria-label="Active filters"
      className="no-print flex flex-wrap items-baseline gap-x-4 text-table"
    >
      {chosen.map(({ key, label, isFlag, value }) => (
        <li key={key}>
          {!isFlag && `${label}: `}
          <bdi>{value.label}</bdi>{' '}
          <a
            href={hrefOf(choose(choice, key, undefined))}
            aria-label={`Remove ${label}: ${value.label}`}
            className="inline-block py-1 text-caption underline"
          >
            remove
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <a href={hrefOf(bare)} className="inline-block py-1 underline">
            Clear all
          </a>
        </li>
      )}
    </ul>
  );
}
