import { facets, type FacetChoice } from '@/lib/facets/facets';

/** The active filters of a list as hidden fields, so that a form keeps them. */
export function ChoiceFields({ choice }: { choice: FacetChoice }) {
  return facets
    .filter(({ key }) => choice[key] !== undefined)
    .map(({ key }) => <input key={key} type="hidden" name={key} value={choice[key]} />);
}
