import type { Chance } from './random';
import { answers, featureNames, adjectives, qualities, things } from './words';

/** The largest grid a visitor may meet, measured separately, with all cells filled. */
export const FULL_GRID = { slug: 'bench-100x40', packages: 100, features: 40 };

/** As many packages and features as the largest grid of the reference site, with all cells filled. */
export const LARGEST_GRID = { slug: 'bench-117x40', packages: 117, features: 40 };

const filled = [LARGEST_GRID, FULL_GRID];
const FILLED = 0.6;

/** Sizes of grids: most are small, one in eight is medium, one in forty is large. */
const sizes = [
  { share: 0.85, from: 3, to: 20 },
  { share: 0.125, from: 21, to: 49 },
  { share: 0.025, from: 50, to: LARGEST_GRID.packages - 1 },
];

interface Package {
  slug: string;
  grids: string[];
}

/** Grids of the packages, which record their grids. Popular packages are in more of them. */
export function generateGrids(chance: Chance, packages: Package[], size: number) {
  const slugs = distinctSlugs(chance, size);
  return slugs.map((slug, index) => {
    const full = filled.find((it) => it.slug === slug);
    const packageCount = full?.packages ?? sizeOf(chance);
    const featureCount = full?.features ?? chance.whole(5, 40, 2);

    const members = chance.sample(packages, packageCount, 1.3);
    for (const member of members) member.grids.push(slug);
    const features = chance
      .sample(featureNames, featureCount)
      .map((title, place) => ({ id: place + 1, title, description: describe(chance, title) }));
    return {
      id: index + 1,
      slug,
      title: titleOf(slug),
      description: `Packages for ${slug.replaceAll('-', ' ')} ${chance.pick(qualities)}.`,
      created: '2015-03-01T09:00:00Z',
      modified: `2026-0${chance.whole(1, 9)}-${chance.whole(10, 28)}T04:00:00Z`,
      packages: members.map((member) => member.slug),
      features,
      cells: features.flatMap((feature) =>
        members
          .filter(() => full !== undefined || chance.isLucky(FILLED))
          .map((member) => cellOf(chance, feature.id, member.slug)),
      ),
    };
  });
}

function distinctSlugs(chance: Chance, size: number): string[] {
  const slugs = new Set<string>();
  while (slugs.size < size - filled.length)
    slugs.add(`${chance.pick(adjectives)}-${chance.pick(things)}`);
  return [...slugs, ...filled.map(({ slug }) => slug)];
}

function titleOf(slug: string): string {
  const text = slug.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sizeOf(chance: Chance): number {
  let rest = chance.unit();
  const size = sizes.find(({ share }) => (rest -= share) < 0) ?? sizes[0];
  return size === undefined ? 0 : chance.whole(size.from, size.to, 1.5);
}

function describe(chance: Chance, title: string): string {
  return chance.isLucky(0.7) ? `${title}, ${chance.pick(qualities)}.` : '';
}

function cellOf(chance: Chance, feature: number, slug: string) {
  const kind = chance.unit();
  const text = kind < 0.45 ? 'yes' : kind < 0.65 ? 'no' : chance.pick(answers);
  const evidence = `${slug.replaceAll('-', '_')}/${chance.pick(things)}.py:${chance.whole(1, 400)}`;
  return { feature, package: slug, text, evidence };
}
