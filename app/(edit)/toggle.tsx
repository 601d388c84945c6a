import { Form, Hidden } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { openForm } from './run-form';

interface ToggleProps {
  action: FormAction;
  /** Hidden fields with the record that it changes. */
  fields: Record<string, string>;
  isOn: boolean;
  /** Labels of the buttons that turn it on and off. */
  labels: { on: string; off: string };
}

/** A form with one button, which turns something on or off. The field `wanted` says which, so that sending it twice changes nothing. */
export async function Toggle({ action, fields, isOn, labels }: ToggleProps) {
  return (
    <Form
      action={action}
      initial={await openForm({ ...fields, wanted: isOn ? 'no' : 'yes' })}
      submit={isOn ? labels.off : labels.on}
      labels={{}}
    >
      {[...Object.keys(fields), 'wanted'].map((name) => (
        <Hidden key={name} name={name} />
      ))}
    </Form>
  );
}
