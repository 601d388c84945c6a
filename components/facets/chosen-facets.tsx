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
  const chosen = facets.flatMap(({ key, label, chosen: it }) => (it ? [{ key, label, it }] : []));
  if (chosen.length === 0) return null;
  const bare = chosen.reduce((left, { key }) => choose(left, key, undefined), choice);
  return (
    <ul aria-label="Chosen" className="no-print flex flex-wrap items-baseline gap-x-4 text-table">
      {chosen.map(({ key, label, it }) => (
        <li key={key}>
          {!isPlain(key) && `${label}: `}
          <bdi>{it.label}</bdi>{' '}
          <a
            href={hrefOf(choose(choice, key, undefined))}
            aria-label={`Leave out ${label}: ${it.label}`}
            className="inline-block py-1 text-caption underline"
          >
            leave out
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

/** Whether the value's label makes clear which facet it belongs to. */
const isPlain = (key: string) => ['maintained', 'documentation'].includes(key);
