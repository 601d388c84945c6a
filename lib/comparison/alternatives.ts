import type { Micros } from '@/lib/time';

interface Neighbour {
  slug: string;
  title: string;
  description: string;
  stars: number | null;
  lastCommitAt: Micros | null;
  health: number | null;
}

export interface Alternative extends Neighbour {
  sharedGrids: number;
}

/** Merges neighbours, given once per shared grid, and sorts them by shared grids, most first; ties keep their order. */
export function rankAlternatives(neighbours: Neighbour[]): Alternative[] {
  const bySlug = new Map<string, Alternative>();
  for (const it of neighbours) {
    const known = bySlug.get(it.slug);
    if (known) known.sharedGrids += 1;
    else bySlug.set(it.slug, { ...it, sharedGrids: 1 });
  }
  return [...bySlug.values()].sort((a, b) => b.sharedGrids - a.sharedGrids);
}
