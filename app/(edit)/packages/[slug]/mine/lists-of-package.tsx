import { Field, Form, Hidden, Select } from '@/components/forms/form';
import { listNamedLists } from '@/db/queries/named-lists';
import { addEntry } from '../../../lists/actions';
import { openForm } from '../../../run-form';

interface ListsOfPackageProps {
  account: { id: string; name: string };
  package: { id: number; slug: string };
}

/** The user's lists that contain a package, and a form to add it to another. */
export async function ListsOfPackage({ account, package: pkg }: ListsOfPackageProps) {
  const lists = listNamedLists(account.id, { holding: pkg.id });
  const holding = lists.filter(({ holds }) => holds);
  const others = lists.filter(({ holds }) => !holds);
  return (
    <>
      {holding.length > 0 && (
        <p className="mb-3">
          In{' '}
          {holding.map(({ slug, title }, index) => (
            <span key={slug}>
              {index > 0 && ', '}
              <a href={`/lists/${account.name}/${slug}/`} className="underline" dir="auto">
                {title}
              </a>
            </span>
          ))}
          .
        </p>
      )}
      {others.length > 0 && (
        <Form
          action={addEntry}
          initial={await openForm({ package: String(pkg.id), list: String(others[0]?.id ?? '') })}
          submit="Add to list"
          labels={{ list: 'List', note: 'Note' }}
        >
          <Hidden name="package" />
          <Select
            name="list"
            label="List"
            options={others.map(({ id, title }) => ({ value: String(id), label: title }))}
          />
          <Field name="note" label="Note" hint="Optional; shown in the list." />
        </Form>
      )}
      <p className="mt-3">
        <a href={`/lists/add/?package=${pkg.slug}`} className="underline">
          Add it to a new list
        </a>
      </p>
    </>
  );
}
