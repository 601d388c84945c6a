import type { Metadata } from 'next';
import { Field, Form, Hidden } from '@/components/forms/form';
import {
  entryLabels,
  ListEntriesFieldset,
  ListFieldset,
  listLabels,
} from '@/components/forms/list-fieldset';
import { Section } from '@/components/layout/section';
import { listEntriesOf } from '@/db/queries/named-lists';
import { entryNames, MOST_LISTED } from '@/lib/edits/list-fields';
import { openForm } from '../../../../run-form';
import { addNamedEntry, editEntries, editList } from '../../../actions';
import { ListTrail } from '../../../list-trail';
import { findOwnList } from '../../../own-list';

export const metadata: Metadata = { title: 'Edit a list' };

type Props = PageProps<'/lists/[account]/[slug]/edit'>;

export default async function EditListPage({ params }: Props) {
  const { account, list } = await findOwnList(await params, 'edit');
  const { title, description, isPrivate } = list;
  const packages = listEntriesOf(list.id);
  const ids = { list: String(list.id) };
  const fields = { title, description };
  const visibility = isPrivate ? 'private' : 'public';
  return (
    <>
      <ListTrail owner={account.name} list={list} />
      <h1 className="text-title">
        Edit <bdi>{title}</bdi>
      </h1>
      {packages.length > 0 && (
        <Section id="packages" title="Packages">
          <Form
            action={editEntries}
            initial={await openForm({ ...ids, ...entryValues(packages) })}
            submit="Save packages"
            labels={entryLabels(packages)}
          >
            <Hidden name="list" />
            <ListEntriesFieldset packages={packages} />
          </Form>
        </Section>
      )}
      {packages.length < MOST_LISTED && (
        <Section id="add" title="Add a package">
          <Form
            action={addNamedEntry}
            initial={await openForm(ids)}
            submit="Add package"
            labels={{ package: 'Package', note: 'Note' }}
          >
            <Hidden name="list" />
            <Field name="package" label="Package" hint="Its name, such as celery." isRequired />
            <Field name="note" label="Note" hint="Optional; shown in the list." />
          </Form>
        </Section>
      )}
      <Section id="about" title="Title, description and visibility">
        <Form
          action={editList}
          initial={await openForm({ ...ids, ...fields, visibility }, fields)}
          submit="Save"
          labels={listLabels}
        >
          <Hidden name="list" />
          <Hidden name="opened" />
          <ListFieldset />
        </Form>
        <p className="mt-6">
          <a href={`/lists/${account.name}/${list.slug}/delete/`} className="underline">
            Delete this list
          </a>
        </p>
      </Section>
    </>
  );
}

/** The values of the fields of each package. */
function entryValues(packages: { id: number; note: string }[]): Record<string, string> {
  return Object.fromEntries(
    packages.flatMap(({ id, note }, index) => {
      const names = entryNames(id);
      return [
        [names.position, String(index + 1)],
        [names.note, note],
      ];
    }),
  );
}
