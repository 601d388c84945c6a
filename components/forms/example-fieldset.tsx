import { Field } from './form';

export const exampleLabels = { title: 'Name', url: 'Address' };

/** What people enter for a site that uses a package. */
export function ExampleFieldset() {
  return (
    <>
      <Field name="title" label={exampleLabels.title} hint="Name of the site." isRequired />
      <Field
        name="url"
        label={exampleLabels.url}
        hint="Such as https://www.djangoproject.com/."
        type="url"
        isRequired
      />
    </>
  );
}
