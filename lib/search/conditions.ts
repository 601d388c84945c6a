import { developmentStatusName } from '@/lib/development-status';
import type { Condition } from './query';

/** The values of conditions by their operator, as a statement takes them: JSON lists of which a package must meet each. */
export function conditionParameters(conditions: Condition[]) {
  const valuesOf = (operator: Condition['operator']) =>
    conditions.filter((it) => it.operator === operator).map(({ value }) => value.toLowerCase());
  return {
    category: JSON.stringify(valuesOf('category').map(prefixPattern)),
    grid: JSON.stringify(valuesOf('grid').map(holdsPattern)),
    django: JSON.stringify(valuesOf('django')),
    python: JSON.stringify(valuesOf('python')),
    licence: JSON.stringify(valuesOf('licence').map(prefixPattern)),
    status: JSON.stringify(valuesOf('status').map(statusesCalled)),
  };
}

const escape = (text: string) => text.replace(/[\\%_]/g, '\\$&');

const prefixPattern = (text: string) => `${escape(text)}%`;

const holdsPattern = (text: string) => `%${escape(text)}%`;

/** The numbers of the development statuses that a value names: `stable`, `Production/Stable` or `5`. */
function statusesCalled(value: string): number[] {
  return [1, 2, 3, 4, 5, 6, 7].filter((status) => {
    const name = developmentStatusName(status)?.toLowerCase() ?? '';
    return String(status) === value || name.split(/[^a-z-]+/).includes(value) || name === value;
  });
}
