import { readCell } from './cell';
import type { Metric, MetricGroup } from './metric';
import { isFeature } from './features';
import type { ComparedPackage } from './compared-package';

const PACKAGES = 5;
const FEATURES = 3;

/** Keys of the most informative one-line metrics. */
const mainMetrics = ['last_commit', 'last_release', 'repo_watchers', 'python'];

/** The packages shown in an excerpt: the first that are neither deprecated nor archived. */
export function firstActive(packages: ComparedPackage[]): ComparedPackage[] {
  return packages.filter((it) => !it.isDeprecated && !it.isArchived).slice(0, PACKAGES);
}

/** An excerpt of a comparison: the first active packages, with the features in which they differ most. */
export function excerpt(packages: ComparedPackage[], groups: MetricGroup[]) {
  const shown = firstActive(packages);
  const differing = groups
    .flatMap(({ metrics }) => metrics.filter(isFeature))
    .map((metric) => ({ metric, weight: splitWeight(metric, shown) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, FEATURES)
    .map(({ metric }) => metric);

  const isChosen = (metric: Metric) =>
    mainMetrics.includes(metric.key) || differing.includes(metric);
  const chosen = groups.map(({ title, metrics }) => ({ title, metrics: metrics.filter(isChosen) }));
  return { packages: shown, groups: chosen.filter(({ metrics }) => metrics.length > 0) };
}

/** How evenly yes and no are split among the packages: 0 if all known cells agree or none is known. */
function splitWeight(metric: Metric, packages: ComparedPackage[]): number {
  const marks = packages.map((pkg) => {
    const { value } = metric.read(pkg);
    return typeof value === 'string' ? readCell(value).mark : undefined;
  });
  const count = (mark: 'yes' | 'no') => marks.filter((it) => it === mark).length;
  return count('yes') * count('no');
}
