import { z } from 'zod';

/** A record that changes during the run. */
export const target = z.object({ kind: z.enum(['package', 'grid']), slug: z.string() });

export type Target = z.infer<typeof target>;

/** The URLs at which a change of a record must be visible. */
export function pathsOf({ kind, slug }: Target): string[] {
  return kind === 'grid'
    ? [`/grids/g/${slug}/`]
    : [`/packages/p/${slug}/`, `/api/v4/packages/${slug}/`];
}

/** The records whose pages come first in a list of URLs, a grid for every two packages. */
export function chooseTargets(ranked: string[]): Target[] {
  const slugs = (folder: string) =>
    ranked.flatMap((path) => (path.startsWith(folder) ? (path.split('/')[3] ?? []) : []));
  const packages = slugs('/packages/p/').slice(0, 4);
  const grids = slugs('/grids/g/').slice(0, 2);
  return [
    ...packages.map((slug) => ({ kind: 'package' as const, slug })),
    ...grids.map((slug) => ({ kind: 'grid' as const, slug })),
  ];
}
