import type { Metadata } from 'next';
import { ProjectForm } from '@/components/forms/project-form';
import { Refusal } from '@/components/forms/refusal';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { findPackageOfProject } from '@/db/queries/edited-package';
import { findGrid } from '@/db/queries/grids';
import { findGridSlug } from '@/db/queries/resolve-slug';
import { mayDo } from '@/lib/accounts/permissions';
import { addPath, addQuery } from '@/lib/edits/add-query';
import { readProject } from '@/lib/edits/project';
import { declaredQuery } from '@/lib/routes/query';
import { signedIn } from '../../signed-in';
import { AlreadyListed } from './already-listed';
import { NewPackage } from './new-package';

export const metadata: Metadata = { title: 'Add a package' };

/** Adds a package in two steps: which one, and, unless it is listed already, what to say about it. */
export default async function AddPackagePage({ searchParams }: PageProps<'/packages/add'>) {
  const query = addQuery.parse(declaredQuery('/packages/add', await searchParams));
  const account = await signedIn(addPath(query));
  const { project: text, grid_slug } = query;
  const grid = findGrid(findGridSlug(grid_slug ?? '') ?? '');
  const project = readProject(text ?? '');
  const listed = project && findPackageOfProject(project);
  const shared = { account, grid, path: addPath(query) };
  return (
    <>
      <Breadcrumbs trail={[{ href: '/packages/', label: 'Packages' }]} />
      <h1 className="mb-3 text-title">
        Add a package
        {grid && (
          <>
            {' '}
            to <bdi>{grid.title}</bdi>
          </>
        )}
      </h1>
      {!mayDo(account, 'package.add') ? (
        <Refusal permission="package.add" />
      ) : listed ? (
        <AlreadyListed pkg={listed} {...shared} />
      ) : project && project.by !== 'page' ? (
        <NewPackage project={project} {...shared} />
      ) : (
        <>
          <p className="mb-6 max-w-prose">
            Any open-source package for Django can be listed, by anyone. You don’t have to be its
            author.
          </p>
          <ProjectForm text={text ?? ''} error={problemOf(text, project)} grid={grid?.slug} />
        </>
      )}
    </>
  );
}

/** What is wrong with the input of the first step; undefined if there was none yet. */
function problemOf(text: string | undefined, project: object | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (text.trim() === '') return 'is required';
  return project === undefined
    ? 'must be the address of a repository, or the name or address of a project on PyPI'
    : 'is the page of a package that isn’t listed here';
}
