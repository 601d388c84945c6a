import { MOST_COMPARED } from '@/lib/comparison/selection';

/** A package selected for comparison. */
export interface Tick {
  slug: string;
  title: string;
}

/** Reads the selection from stored text, ignoring anything invalid. */
export function parseTicks(text: string | null): Tick[] {
  const stored = parse(text);
  const ticks = Array.isArray(stored) ? stored.filter(isTick) : [];
  return ticks.reduce<Tick[]>(addTick, []);
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function isTick(value: unknown): value is Tick {
  if (typeof value !== 'object' || value === null) return false;
  if (!('slug' in value && 'title' in value)) return false;
  return typeof value.slug === 'string' && value.slug !== '' && typeof value.title === 'string';
}

export function addTick(ticks: Tick[], { slug, title }: Tick): Tick[] {
  if (ticks.length >= MOST_COMPARED || ticks.some((it) => it.slug === slug)) return ticks;
  return [...ticks, { slug, title }];
}

export function removeTick(ticks: Tick[], slug: string): Tick[] {
  return ticks.filter((it) => it.slug !== slug);
}
