import { Form } from '@/components/forms/form';
import { PackageFieldset, packageLabels } from '@/components/forms/package-fieldset';
import { Refusal } from '@/components/forms/refusal';
import { SimilarPackages } from '@/components/forms/similar-packages';
import { Section } from '@/components/layout/section';
import { listCategories } from '@/db/queries/categories';
import { listFormerPackagesOf } from '@/db/queries/edited-package';
import { listGridTitles } from '@/db/queries/grids';
import { listNearestNames } from '@/db/queries/search';
import { mayDo } from '@/lib/accounts/permissions';
import { addPath } from '@/lib/edits/add-query';
import { prefill } from '@/lib/edits/prefill';
import { nameOfProject, type Project } from '@/lib/edits/project';
import { openForm } from '../../run-form';
import { createPackage } from '../actions';
import type { StepProps } from './step';

interface NewPackageProps extends StepProps {
  project: Project;
}

/** Maximum number of packages with a similar name. */
const MOST_SIMILAR = 5;

/** The second step for a package that is not listed: the form, with what follows from the first. */
export async function NewPackage({ project, account, grid, path }: NewPackageProps) {
  const categories = listCategories();
  const grids = listGridTitles().filter((it) => mayDo(account, 'grid.package.add', it));
  const draft = prefill(project, categories[0]?.slug ?? '');
  const chosen = grids.find(({ id }) => id === grid?.id)?.slug ?? '';
  return (
    <>
      <p className="max-w-prose">
        <bdi>{nameOfProject(project)}</bdi> isn’t listed yet.{' '}
        <a href={addPath({ grid_slug: grid?.slug })}>Enter another repository or name</a>
      </p>
      {grid && chosen === '' && <Refusal permission="grid.package.add" isLocked={grid.isLocked} />}
      <SimilarPackages
        former={listFormerPackagesOf(project)}
        similar={listNearestNames(nameOfProject(project), {
          kind: 'package',
          limit: MOST_SIMILAR,
        })}
      />
      <Section id="new" title="The new package">
        <Form
          action={createPackage}
          initial={await openForm({ ...draft, grid: chosen })}
          submit="Add package"
          labels={packageLabels}
          path={path}
        >
          <PackageFieldset categories={categories} grids={grids} />
        </Form>
      </Section>
    </>
  );
}
