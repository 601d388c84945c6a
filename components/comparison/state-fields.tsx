import { comparisonParameters, type ComparisonQuery } from '@/lib/comparison/query';

interface StateFieldsProps {
  query: ComparisonQuery;
  /** Parameters that the form sets itself. */
  without: (keyof ReturnType<typeof comparisonParameters>)[];
}

/** The state of a comparison as hidden fields, so that a form that changes one setting keeps the others. */
export function StateFields({ query, without }: StateFieldsProps) {
  const state = Object.entries({
    ...comparisonParameters(query),
    ...Object.fromEntries(without.map((name) => [name, undefined])),
  });
  return state.map(
    ([name, value]) =>
      value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
  );
}
