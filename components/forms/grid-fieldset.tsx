import { Field } from './form';

export const gridLabels = { title: 'Title', description: 'Description', reason: 'Reason' };

/** What people enter for a grid. */
export function GridFieldset() {
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
      <ReasonField />
    </>
  );
}

/** Why somebody makes a change, for the history. */
export function ReasonField() {
  return <Field name="reason" label="Reason" hint="Optional; shown in the history." />;
}
