import type { Condition } from '@/lib/search/query';
import { facets } from './facets';

/** Whether a package meets a search condition such as `django:5.2`, by its values of that facet and their names. */
export function meets({ operator, value }: Condition, values: string[], names: string[]): boolean {
  const facet = facets.find(({ key }) => key === operator);
  return facet?.meets?.(value.toLowerCase(), values, names) ?? true;
}
