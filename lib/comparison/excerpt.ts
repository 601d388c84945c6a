import { healthTone } from '@/lib/scoring/health';
import { readCell } from './cell';
import { isStale, type Clock } from '@/lib/time';
import type { Metric, MetricGroup, MetricValue } from './metric';
import { isFeature } from './features';
import type { ComparedPackage } from './compared-package';

/** A fifth package is shown only if all of its main metrics are known and not old. */
const FEW = 4;
const MOST = 5;
const FEATURES = 3;

/** Keys of the most telling one-line metrics. */
const mainMetrics = ['health', 'last_release', 'commits_over_52', 'repo_watchers'];

/** An excerpt of a comparison: healthy packages about which most is known, with the features in which they differ most. */
export function excerpt(packages: ComparedPackage[], groups: MetricGroup[], clock: Clock) {
  const shown = pickPackages(packages, groups, clock);
  const differing = groups
    .flatMap(({ metrics }) => metrics.filter((it) => isFeature(it) && it.repeats === undefined))
    .map((metric) => ({ metric, weight: splitWeight(metric, shown) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, FEATURES)
    .map(({ metric }) => metric);

  const isChosen = (metric: Metric) => isMain(metric) || differing.includes(metric);
  const chosen = groups.map(({ title, metrics }) => ({ title, metrics: metrics.filter(isChosen) }));
  return { packages: shown, groups: chosen.filter(({ metrics }) => metrics.length > 0) };
}

/**
 * Picks active packages and returns them in the given order: healthy ones before others, and of each those with the most values that are
 * known and not old.
 */
function pickPackages(packages: ComparedPackage[], groups: MetricGroup[], clock: Clock) {
  const metrics = groups.flatMap((group) => group.metrics);
  const main = metrics.filter(isMain);
  const ranked = packages
    .filter((it) => !it.isDeprecated && !it.isArchived)
    .map((pkg) => ({
      pkg,
      isHealthy: Number(healthTone(pkg.health) === 'good'),
      filled: metrics.filter((metric) => isCurrent(metric.read(pkg), clock)).length,
    }))
    .sort((a, b) => b.isHealthy - a.isHealthy || b.filled - a.filled)
    .map(({ pkg }) => pkg);
  const fifth = ranked[FEW];
  const isComplete = fifth && main.every((metric) => isCurrent(metric.read(fifth), clock));
  const picked = ranked.slice(0, isComplete ? MOST : FEW);
  return packages.filter((pkg) => picked.includes(pkg));
}

const isMain = ({ key }: Metric) => mainMetrics.includes(key);

const isCurrent = ({ value, asOf }: MetricValue, clock: Clock) =>
  value !== null && !isStale(asOf, clock);

/** How evenly yes and no are split among the packages: 0 if all known cells agree or none is known. */
function splitWeight(metric: Metric, packages: ComparedPackage[]): number {
  const marks = packages.map((pkg) => {
    const { value } = metric.read(pkg);
    return typeof value === 'string' ? readCell(value).mark : undefined;
  });
  const count = (mark: 'yes' | 'no') => marks.filter((it) => it === mark).length;
  return count('yes') * count('no');
}
