import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { licenseText } from '@/lib/package/licenses';
import { describeHealth, healthTone } from '@/lib/scoring/health';
import { DAY_ZONE, isStale, type Clock } from '@/lib/time';
import { lifecycleOf } from '@/lib/package/warnings';
import { shortened } from '@/lib/text/shortened';
import { describeMonth, formatCompact } from '@/lib/text/wording';
import type { CardFigure } from './card';
import { drawable } from './letters';

const unknown = (label: string): CardFigure => ({
  label,
  value: 'unknown',
  note: '',
  tone: 'quiet',
});

/** Maximum characters of a text: four figures are side by side, so each has room for a word or two. */
const MOST_LETTERS = 16;

/** Health, with the lifecycle word of a package that is no longer developed, if any. */
export function healthFigure(it: ComparedPackage, clock: Clock): CardFigure {
  const lifecycle = lifecycleOf(it, clock);
  const note = lifecycle?.word ?? (it.health === null ? '' : describeHealth(it.health));
  const tone = lifecycle?.tone ?? healthTone(it.health);
  return it.health === null
    ? { ...unknown('Health'), note }
    : { label: 'Health', value: String(it.health), note, tone };
}

export function starsFigure(it: ComparedPackage, clock: Clock): CardFigure {
  const note = isStale(it.starsAt, clock) ? `in ${describeMonth(it.starsAt, DAY_ZONE)}` : '';
  if (it.stars === null) return unknown('Stars');
  return { label: 'Stars', value: formatCompact(it.stars), note };
}

/** Newest release by date: "3 weeks ago" would become wrong in an image that others cache. */
export function releaseFigure(it: ComparedPackage): CardFigure {
  const label = 'Newest release';
  const number = shortened(drawable(it.lastReleaseNumber ?? ''), MOST_LETTERS);
  if (it.lastReleaseAt !== null) {
    return { label, value: describeMonth(it.lastReleaseAt, DAY_ZONE), note: number };
  }
  return number === '' ? unknown(label) : { label, value: number, note: '' };
}

export function licenseFigure(it: ComparedPackage): CardFigure {
  const licence = licenseText(it.licence) ?? '';
  if (licence === '') return unknown('Licence');
  return { label: 'Licence', value: shortened(drawable(licence, 'other'), MOST_LETTERS), note: '' };
}
