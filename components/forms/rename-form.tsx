import { Field, Form, Hidden } from './form';
import type { FormAction, FormState } from './form-state';
import { ReasonField } from './grid-fieldset';

interface RenameFormProps {
  action: FormAction;
  initial: FormState;
  /** Its present URL. */
  path: string;
}

/** Changes the last part of the URL of a package or grid. */
export function RenameForm({ action, initial, path }: RenameFormProps) {
  return (
    <>
      <p className="mb-6 max-w-prose">
        Its URL is <code className="wrap-anywhere">{path}</code>. After the change, this URL and all
        former ones lead to the new one, on pages and in the API.
      </p>
      <Form
        action={action}
        initial={initial}
        submit="Change URL"
        labels={{ slug: 'Last part of the URL', reason: 'Reason' }}
      >
        <Hidden name="kind" />
        <Hidden name="id" />
        <Hidden name="opened" />
        <Field
          name="slug"
          label="Last part of the URL"
          hint="Lower-case letters, digits and hyphens, such as django-q2."
          isRequired
        />
        <ReasonField />
      </Form>
    </>
  );
}
