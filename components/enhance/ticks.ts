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

function isTick(it: unknown): it is Tick {
  if (typeof it !== 'object' || it === null) return false;
  if (!('slug' in it && 'title' in it)) return false;
  return typeof it.slug === 'string' && it.slug !== '' && typeof it.title === 'string';
}

export function addTick(ticks: Tick[], { slug, title }: Tick): Tick[] {
  if (ticks.length >= MOST_COMPARED || ticks.some((it) => it.slug === slug)) return ticks;
  return [...ticks, { slug, title }];
}

export function removeTick(ticks: Tick[], slug: string): Tick[] {
  return ticks.filter((it) => it.slug !== slug);
}
