import { readCell } from './cell';
import type { CellLookup } from './lookup';
import { metricGroups, type ComparedPackage, type MetricGroup } from './metrics';

const PACKAGES = 5;
const FEATURES = 3;

/** The figures that tell most in one line each. */
const tellingMetrics = ['last_commit', 'last_release', 'repo_watchers', 'python'];

interface Feature {
  id: number;
  title: string;
  description: string;
}

/** A small comparison out of a large one: the first active packages, and the features in which they differ most. */
export function excerpt(packages: ComparedPackage[], features: Feature[], cellText: CellLookup) {
  const shown = packages.filter((it) => !it.isDeprecated && !it.isArchived).slice(0, PACKAGES);
  const ranked = features
    .map((feature) => ({ feature, weight: howTelling(feature, shown, cellText) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, FEATURES)
    .filter(({ weight }) => weight > 0);
  const chosen = new Set(ranked.map(({ feature }) => feature.id));

  const groups: MetricGroup[] = metricGroups.map(({ title, metrics }) => ({
    title,
    metrics: metrics.filter(({ key }) => tellingMetrics.includes(key)),
  }));
  return { packages: shown, groups, features: features.filter(({ id }) => chosen.has(id)) };
}

/** How evenly a feature's yes and no divide the packages: 0 where all that is known agrees or nothing is. */
function howTelling(feature: Feature, packages: ComparedPackage[], cellText: CellLookup): number {
  const marks = packages.map((it) => readCell(cellText(feature.id, it.id) ?? '').mark);
  const yes = marks.filter((mark) => mark === 'yes').length;
  const no = marks.filter((mark) => mark === 'no').length;
  return yes * no;
}
