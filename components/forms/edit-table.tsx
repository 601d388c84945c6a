import type { FilledCell, GridFeature } from '@/lib/comparison/features';
import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { ButtonLink } from '@/components/layout/button';
import { shortened } from '@/lib/text/shortened';
import './edit-table.css';

interface EditTableProps {
  grid: { slug: string; title: string };
  packages: Pick<ComparedPackage, 'id' | 'slug' | 'title'>[];
  features: GridFeature[];
  cells: FilledCell[];
  /** Whether packages may be removed from the grid. */
  mayRemove: boolean;
}

const LONGEST = 60;

/** The features and packages of a grid, with a link to the form of each cell, feature and package. */
export function EditTable({ grid, packages, features, cells, mayRemove }: EditTableProps) {
  const texts = new Map(cells.map((it) => [`${it.featureId} ${it.packageId}`, it.text]));
  return (
    <>
      <p className="mb-3 flex flex-wrap gap-2">
        <ButtonLink href={`/grids/${grid.slug}/package/add/`}>Add a package</ButtonLink>
        <ButtonLink href={`/grids/feature/add/${grid.slug}/`}>Add a feature</ButtonLink>
      </p>
      <div className="edit-table" role="region" aria-label="Cells" tabIndex={0}>
        <table>
          <caption className="sr-only">Cells of {grid.title}</caption>
          <thead>
            <tr>
              <td />
              {packages.map(({ id, title }) => (
                <th key={id} scope="col">
                  <bdi>{title}</bdi>{' '}
                  {mayRemove && (
                    <a
                      href={`/grids/package/${grid.slug}/${id}/delete/`}
                      aria-label={`Remove ${title}`}
                    >
                      Remove
                    </a>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {features.map((feature) => (
              <tr key={feature.id}>
                <th scope="row">
                  <a href={`/grids/feature/${feature.id}/`} dir="auto">
                    {feature.title}
                  </a>
                </th>
                {packages.map(({ id, title }) => {
                  const text = texts.get(`${feature.id} ${id}`) ?? '';
                  return (
                    <td key={id}>
                      <a
                        href={`/grids/element/${grid.slug}/${id}/${feature.id}/`}
                        aria-label={`${feature.title} of ${title}: ${text === '' ? 'unknown' : text}`}
                        dir="auto"
                      >
                        {text === '' ? '–' : shortened(text, LONGEST)}
                      </a>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
