import { readCell } from './cell';
import type { Fact, FactGroup } from './fact';
import { isFeature } from './features';
import type { ComparedPackage } from './metrics';

const PACKAGES = 5;
const FEATURES = 3;

/** The figures that tell most in one line each. */
const tellingMetrics = ['last_commit', 'last_release', 'repo_watchers', 'python'];

/** The packages that stand for a large comparison in a small one: the first active ones. */
export function firstActive(packages: ComparedPackage[]): ComparedPackage[] {
  return packages.filter((it) => !it.isDeprecated && !it.isArchived).slice(0, PACKAGES);
}

/** A small comparison out of a large one: the first active packages, and the features in which they differ most. */
export function excerpt(packages: ComparedPackage[], groups: FactGroup[]) {
  const shown = firstActive(packages);
  const telling = groups
    .flatMap(({ facts }) => facts.filter(isFeature))
    .map((fact) => ({ fact, weight: howTelling(fact, shown) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, FEATURES)
    .map(({ fact }) => fact);

  const isChosen = (fact: Fact) => tellingMetrics.includes(fact.key) || telling.includes(fact);
  const chosen = groups.map(({ title, facts }) => ({ title, facts: facts.filter(isChosen) }));
  return { packages: shown, groups: chosen.filter(({ facts }) => facts.length > 0) };
}

/** How evenly a feature's yes and no divide the packages: 0 where all that is known agrees or nothing is. */
function howTelling(fact: Fact, packages: ComparedPackage[]): number {
  const marks = packages.map((it) => {
    const { value } = fact.read(it);
    return typeof value === 'string' ? readCell(value).mark : undefined;
  });
  const count = (mark: 'yes' | 'no') => marks.filter((it) => it === mark).length;
  return count('yes') * count('no');
}
