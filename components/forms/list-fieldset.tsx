import { entryNames } from '@/lib/edits/list-fields';
import { Checkbox } from './checkbox';
import { Field, Select } from './form';
import './list-entries.css';

export const listLabels = { title: 'Title', description: 'Description', visibility: 'Visible to' };

/** What people enter for a list of packages. */
export function ListFieldset() {
  return (
    <>
      <Field
        name="title"
        label={listLabels.title}
        hint="Such as “Packages for our next project”."
        isRequired
      />
      <Field name="description" label={listLabels.description} hint="Optional." isLong />
      <Select
        name="visibility"
        label={listLabels.visibility}
        options={[
          { value: 'public', label: 'everyone' },
          { value: 'private', label: 'only you' },
        ]}
      />
    </>
  );
}

interface Entry {
  id: number;
  title: string;
}

/** Position, note and removal of each package of a list. */
export function ListEntriesFieldset({ packages }: { packages: Entry[] }) {
  return packages.map(({ id, title }) => {
    const names = entryNames(id);
    return (
      <fieldset key={id} className="list-entry">
        <legend dir="auto">{title}</legend>
        <Field name={names.position} label="Position" />
        <Field name={names.note} label="Note" />
        <Checkbox name={names.removal} label="Remove" />
      </fieldset>
    );
  });
}

/** The labels of these fields, for the list of errors. */
export const entryLabels = (packages: Entry[]): Record<string, string> =>
  Object.fromEntries(
    packages.flatMap(({ id, title }) => {
      const names = entryNames(id);
      return [
        [names.position, `Position of ${title}`],
        [names.note, `Note on ${title}`],
      ];
    }),
  );
