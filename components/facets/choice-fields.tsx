import { facets, type FacetChoice } from '@/lib/facets/facets';

/** What a list was narrowed by, for a form that keeps it. */
export function ChoiceFields({ choice }: { choice: FacetChoice }) {
  return facets
    .filter(({ key }) => choice[key] !== undefined)
    .map(({ key }) => <input key={key} type="hidden" name={key} value={choice[key]} />);
}
