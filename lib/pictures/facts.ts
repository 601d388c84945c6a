import type { ComparedPackage } from '@/lib/comparison/metrics';
import { describeHealth, healthTone } from '@/lib/scoring/health';
import { DAY_ZONE, isStale, type Clock } from '@/lib/time';
import { standingOf } from '@/lib/warnings';
import { describeMonth, formatCompact } from '@/lib/wording';
import type { CardFigure } from './card';
import { drawable, shortened } from './letters';

const unknown = (label: string): CardFigure => ({
  label,
  value: 'unknown',
  note: '',
  tone: 'quiet',
});

/** Four figures stand side by side, so each has room for a word or two. */
const MOST_LETTERS = 16;

/** Health, with the word for a package that was given up. */
export function healthFigure(it: ComparedPackage, clock: Clock): CardFigure {
  const standing = standingOf(it, clock);
  const note = standing?.word ?? (it.health === null ? '' : describeHealth(it.health));
  const tone = standing?.tone ?? healthTone(it.health);
  return it.health === null
    ? { ...unknown('Health'), note }
    : { label: 'Health', value: String(it.health), note, tone };
}

export function starsFigure(it: ComparedPackage, clock: Clock): CardFigure {
  const note = isStale(it.starsAt, clock) ? `in ${describeMonth(it.starsAt, DAY_ZONE)}` : '';
  if (it.stars === null) return unknown('Stars');
  return { label: 'Stars', value: formatCompact(it.stars), note };
}

/** By its date: "3 weeks ago" would not stay true in a picture that others keep. */
export function releaseFigure(it: ComparedPackage): CardFigure {
  const label = 'Last release';
  if (it.lastReleaseAt === null) return unknown(label);
  return {
    label,
    value: describeMonth(it.lastReleaseAt, DAY_ZONE),
    note: shortened(drawable(it.lastReleaseNumber ?? ''), MOST_LETTERS),
  };
}

export function licenceFigure(it: ComparedPackage): CardFigure {
  const value = shortened(drawable(it.licence ?? ''), MOST_LETTERS);
  return value === '' ? unknown('Licence') : { label: 'Licence', value, note: '' };
}
