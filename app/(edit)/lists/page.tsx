import type { Metadata } from 'next';
import { readClock } from '@/app/clock';
import { ButtonLink } from '@/components/layout/button';
import { NamedLists } from '@/components/lists/named-lists';
import { listNamedLists } from '@/db/queries/named-lists';
import { signedIn } from '../signed-in';

export const metadata: Metadata = { title: 'Your lists' };

export default async function ListsPage() {
  const { id, name } = await signedIn('/lists/');
  const lists = listNamedLists(id);
  return (
    <>
      <h1 className="text-title">Your lists</h1>
      <p className="mt-1 mb-4 max-w-prose text-quiet">
        Packages that you want to keep together, such as candidates for a project. Each list has an
        address to share, unless it is private.
      </p>
      {lists.length > 0 && <NamedLists owner={name} lists={lists} clock={readClock()} />}
      <p className="mt-4">
        <ButtonLink href="/lists/add/">New list</ButtonLink>
      </p>
    </>
  );
}
