import { ButtonLink } from '@/components/layout/button';
import { Section } from '@/components/layout/section';
import { ComparisonTable } from '@/components/tables/comparison-table';
import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { findShowcaseGrid } from '@/db/queries/grids';
import { compareLink, FEWEST_COMPARED } from '@/lib/comparison/selection';
import { excerpt } from '@/lib/comparison/excerpt';
import { compareInGrid } from '@/lib/comparison/source';
import type { Clock } from '@/lib/time';
import { countOf, numberInWords } from '@/lib/text/wording';

/** A few healthy packages of a well-filled grid with a few telling rows, as an example of what the site does. */
export function Showcase({ clock }: { clock: Clock }) {
  const grid = findShowcaseGrid();
  if (!grid) return null;

  const { id, slug, title, packageCount } = grid;
  const features = listFeatures(id);
  const source = compareInGrid(listComparedPackages(id), features, listCells(id));
  const { packages, groups } = excerpt(source.packages, source.groups, clock);
  if (packages.length < FEWEST_COMPARED) return null;

  return (
    <Section
      id="showcase"
      title={<bdi>{title}</bdi>}
      aside={
        <a href={`/grids/g/${slug}/`}>
          {`All ${countOf(packageCount, 'package')} and ${countOf(features.length, 'feature')}`}
        </a>
      }
    >
      <ComparisonTable
        caption={`${title}: ${countOf(packages.length, 'package')} compared`}
        packages={packages}
        groups={groups}
        clock={clock}
      />
      <p className="mt-4">
        <ButtonLink href={compareLink(packages.map((it) => it.slug))}>
          Compare these {numberInWords(packages.length)}
        </ButtonLink>
      </p>
    </Section>
  );
}
