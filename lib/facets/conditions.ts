import { developmentStatusName } from '@/lib/package/development-status';
import { isNothing } from './facets';
import type { Condition } from '@/lib/search/query';

/** Whether a package meets a search condition such as `django:5.2`, by its values of that facet and their names. */
export function meets({ operator, value }: Condition, values: string[], names: string[]): boolean {
  const wanted = value.toLowerCase();
  const texts = [...values, ...names]
    .filter((it) => !isNothing(it))
    .map((text) => text.toLowerCase());
  switch (operator) {
    case 'category':
    case 'licence':
      return texts.some((text) => text.startsWith(wanted));
    case 'grid':
      return texts.some((text) => text.includes(wanted));
    case 'django':
    case 'python':
      return texts.some((text) => text === wanted || text.startsWith(`${wanted}.`));
    case 'status':
      return values.some((status) => isCalled(status, wanted));
  }
}

/** Whether a name refers to a development status: `stable`, `Production/Stable` or `5`. */
function isCalled(status: string, name: string): boolean {
  const full = developmentStatusName(Number(status))?.toLowerCase() ?? '';
  return status === name || full === name || full.split(/[^a-z-]+/).includes(name);
}
