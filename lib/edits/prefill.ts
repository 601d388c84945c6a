import { nameOfProject, type Project } from './project';

/** The fields of the form that adds a package. */
export interface PackageDraft {
  title: string;
  category: string;
  description: string;
  repository: string;
  pypi: string;
  documentation: string;
}

/** The form's first values, as far as they follow from what was asked for; no host is asked. */
export function prefill(project: Project, category: string): PackageDraft {
  return {
    title: nameOfProject(project),
    category,
    description: '',
    repository: project.by === 'repository' ? project.url : '',
    pypi: project.by === 'pypi' ? project.name : '',
    documentation: '',
  };
}
