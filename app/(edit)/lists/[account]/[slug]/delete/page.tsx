import type { Metadata } from 'next';
import { Form, Hidden } from '@/components/forms/form';
import { openForm } from '../../../../run-form';
import { removeList } from '../../../actions';
import { ListTrail } from '../../../list-trail';
import { findOwnList } from '../../../own-list';

export const metadata: Metadata = { title: 'Delete a list' };

type Props = PageProps<'/lists/[account]/[slug]/delete'>;

export default async function DeleteListPage({ params }: Props) {
  const { account, list } = await findOwnList(await params, 'delete');
  return (
    <>
      <ListTrail owner={account.name} list={list} />
      <h1 className="mb-3 text-title">
        Delete <bdi>{list.title}</bdi>
      </h1>
      <p className="mb-6 max-w-prose">A deleted list can’t be restored.</p>
      <Form
        action={removeList}
        initial={await openForm({ list: String(list.id) })}
        submit="Delete list"
        labels={{}}
      >
        <Hidden name="list" />
      </Form>
    </>
  );
}
