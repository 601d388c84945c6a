import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { licenseText } from '@/lib/package/licenses';
import { describeHealth, healthTone } from '@/lib/scoring/health';
import { DAY_ZONE, isStale, type Clock } from '@/lib/time';
import { lifecycleOf } from '@/lib/package/warnings';
import { shortened } from '@/lib/text/shortened';
import { describeMonth, formatCompact } from '@/lib/text/wording';
import type { CardFigure } from './card';
import { renderable } from './letters';

const unknown = (label: string): CardFigure => ({
  label,
  value: 'unknown',
  note: '',
  tone: 'quiet',
});

/** Maximum characters of a text: four figures are side by side, so each has room for a word or two. */
const MOST_LETTERS = 16;

/** The three shapes of the health mark: full, half full and empty. */
const filledOf = (health: number) =>
  ({ good: 1, caution: 0.5, bad: 0 })[healthTone(health) ?? 'bad'];

/** Health, with the lifecycle word of a package that is no longer developed, if any. */
export function healthFigure(pkg: ComparedPackage, clock: Clock): CardFigure {
  const lifecycle = lifecycleOf(pkg, clock);
  const note = lifecycle?.word ?? (pkg.health === null ? '' : describeHealth(pkg.health));
  const tone = healthTone(pkg.health);
  return pkg.health === null
    ? { ...unknown('Health'), note }
    : { label: 'Health', value: String(pkg.health), note, tone, filled: filledOf(pkg.health) };
}

export function starsFigure(pkg: ComparedPackage, clock: Clock): CardFigure {
  const note = isStale(pkg.starsAt, clock) ? `in ${describeMonth(pkg.starsAt, DAY_ZONE)}` : '';
  if (pkg.stars === null) return unknown('Stars');
  return { label: 'Stars', value: formatCompact(pkg.stars), note };
}

/** Newest release by date: "3 weeks ago" would become wrong in an image that others cache. */
export function releaseFigure(pkg: ComparedPackage): CardFigure {
  const label = 'Newest release';
  const number = shortened(renderable(pkg.lastReleaseNumber ?? ''), MOST_LETTERS);
  if (pkg.lastReleaseAt !== null) {
    return { label, value: describeMonth(pkg.lastReleaseAt, DAY_ZONE), note: number };
  }
  return number === '' ? unknown(label) : { label, value: number, note: '' };
}

export function licenseFigure(pkg: ComparedPackage): CardFigure {
  const licence = licenseText(pkg.licence) ?? '';
  if (licence === '') return unknown('Licence');
  return {
    label: 'Licence',
    value: shortened(renderable(licence, 'other'), MOST_LETTERS),
    note: '',
  };
}
