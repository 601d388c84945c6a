import { Field } from './form';

export const gridLabels = {
  title: 'Title',
  description: 'Description',
  packages: 'Packages',
  features: 'Features',
  reason: 'Reason',
};

/** What people enter for a grid; a new one begins with packages and features. */
export function GridFieldset({ isNew = false }) {
  return (
    <>
      <Field
        name="title"
        label="Title"
        hint="The job that the packages do, such as “Task queues”."
        isRequired
      />
      <Field
        name="description"
        label="Description"
        hint="What they have in common, in a sentence or two."
        isLong
      />
      {isNew && (
        <>
          <Field
            name="packages"
            label="Packages"
            hint="Their names here or on PyPI, or their addresses, one on each line."
            isLong
          />
          <Field
            name="features"
            label="Features"
            hint="What some of them have and others don’t, one on each line."
            isLong
          />
        </>
      )}
      <ReasonField />
    </>
  );
}

/** Why somebody makes a change, for the history. */
export function ReasonField() {
  return <Field name="reason" label="Reason" hint="Optional; shown in the history." />;
}
