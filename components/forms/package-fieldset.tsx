import { Field, Select } from './form';
import { ReasonField } from './grid-fieldset';

export const packageLabels = {
  title: 'Name',
  category: 'Category',
  description: 'Description',
  repository: 'Repository',
  pypi: 'Project on PyPI',
  documentation: 'Documentation',
  grid: 'Grid',
  reason: 'Reason',
};

interface Choice {
  slug: string;
  title: string;
}

const optionOf = ({ slug, title }: Choice) => ({ value: slug, label: title });

interface PackageFieldsetProps {
  categories: Choice[];
  /** The grids that a new package may join. */
  grids?: Choice[];
}

/** What people enter for a package. */
export function PackageFieldset({ categories, grids }: PackageFieldsetProps) {
  return (
    <>
      <Field
        name="repository"
        label={packageLabels.repository}
        hint="Its address, such as https://github.com/celery/celery."
        type="url"
      />
      <Field
        name="pypi"
        label={packageLabels.pypi}
        hint="Its name or address; empty if it isn’t on PyPI."
      />
      <Field name="title" label={packageLabels.title} isRequired />
      <Select name="category" label={packageLabels.category} options={categories.map(optionOf)} />
      <Field
        name="description"
        label={packageLabels.description}
        hint="What it does, in a sentence."
        isLong
      />
      <Field
        name="documentation"
        label={packageLabels.documentation}
        hint="Its address, if it has one."
        type="url"
      />
      {grids && (
        <Select
          name="grid"
          label={packageLabels.grid}
          hint="Optional: the comparison that it belongs to."
          options={[{ value: '', label: 'none' }, ...grids.map(optionOf)]}
        />
      )}
      <ReasonField />
    </>
  );
}
