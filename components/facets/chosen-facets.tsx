import type { FacetChoice } from '@/lib/facets/facets';
import { choose } from '@/lib/facets/choice';
import type { FacetView } from '@/lib/facets/view';

interface ChosenFacetsProps {
  facets: FacetView[];
  choice: FacetChoice;
  /** The address of the list with another choice. */
  hrefOf: (choice: FacetChoice) => string;
}

/** What a list was narrowed by, each with a link that takes it back. */
export function ChosenFacets({ facets, choice, hrefOf }: ChosenFacetsProps) {
  const chosen = facets.flatMap(({ key, label, chosen: it }) => (it ? [{ key, label, it }] : []));
  if (chosen.length === 0) return null;
  const bare = chosen.reduce((left, { key }) => choose(left, key, undefined), choice);
  return (
    <ul aria-label="Chosen" className="no-print flex flex-wrap items-baseline gap-x-4 text-table">
      {chosen.map(({ key, label, it }) => (
        <li key={key}>
          {isPlain(key) ? it.label : `${label}: ${it.label}`}{' '}
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

/** Whether the name of the value says which facet it is of. */
const isPlain = (key: string) => ['maintained', 'documentation'].includes(key);
