import type { Metadata } from 'next';
import { z } from 'zod';
import { readClock } from '@/app/clock';
import { Differences } from '@/components/history/change-list';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Age } from '@/components/text/age';
import { listHeldEditsBy, type HeldEditRow } from '@/db/queries/held-edits';
import { describeHeldEdit, readHeldEdit } from '@/lib/edits/held';
import { declaredQuery } from '@/lib/routes/query';
import { signedIn } from '../../signed-in';

export const metadata: Metadata = { title: 'Your waiting edits' };

const MOST = 50;

const asked = z.object({ sent: z.coerce.number().optional().catch(undefined) });

/** The edits of the signed-in account that wait for a moderator, or waited. */
export default async function WaitingPage({ searchParams }: PageProps<'/history/waiting'>) {
  const account = await signedIn('/history/waiting/');
  const { sent } = asked.parse(declaredQuery('/history/waiting', await searchParams));
  const rows = listHeldEditsBy(account.id, MOST);
  const isJustSent = rows.some(({ id, decidedAt }) => id === sent && decidedAt === null);
  return (
    <>
      <Breadcrumbs trail={[{ href: '/history/', label: 'Recent changes' }]} />
      <h1 className="mb-3 text-title">Your waiting edits</h1>
      {isJustSent && (
        <p role="status" className="mb-3 max-w-prose font-heading">
          Your change contains a link, so a moderator looks at it first.
        </p>
      )}
      <p className="mb-4 max-w-prose text-quiet">
        Links by new accounts are checked because most spam consists of links. Your other edits are
        made at once.
      </p>
      {rows.length === 0 && <p>None of your edits is waiting.</p>}
      <ol className="border-t border-line">
        {rows.map((row) => (
          <HeldEdit key={row.id} row={row} />
        ))}
      </ol>
    </>
  );
}

function HeldEdit({ row }: { row: HeldEditRow }) {
  const { label, fields } = describeHeldEdit(readHeldEdit(row));
  return (
    <li className="border-b border-line py-3">
      <p>
        <span className="text-quiet">
          <Age time={row.createdAt} precision="time" clock={readClock()} />,{' '}
          {row.decidedAt === null ? 'waits' : row.isAccepted ? 'accepted' : 'declined'}:
        </span>{' '}
        {label} on <a href={row.path}>{row.path}</a>{' '}
        {row.comment !== '' && <q dir="auto">{row.comment}</q>}
      </p>
      <Differences fields={fields} />
    </li>
  );
}
