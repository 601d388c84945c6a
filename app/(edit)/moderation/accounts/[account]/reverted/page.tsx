import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadChanges } from '@/app/(read)/history/load';
import { ChangeList } from '@/components/history/change-list';
import { Section } from '@/components/layout/section';
import { listChangesSince, listEffectiveChanges } from '@/db/queries/changes-since';
import { declaredQuery } from '@/lib/routes/query';
import { settings } from '@/lib/settings';
import { parseTime } from '@/lib/time';
import { signedIn } from '../../../../signed-in';
import { ModerationPage } from '../../../moderation-page';
import { findPresent } from '../find-present';

export const metadata: Metadata = { title: 'Reverted changes' };

type Props = PageProps<'/moderation/accounts/[account]/reverted'>;

const asked = z.object({ since: z.string().catch('') });

export default async function RevertedPage({ params, searchParams }: Props) {
  const given = (await params).account;
  const path = `/moderation/accounts/${encodeURIComponent(given)}/`;
  await signedIn(path);
  const account = findPresent(given);
  if (!account) notFound();
  const query = declaredQuery('/moderation/accounts/[account]/reverted', await searchParams);
  const { since } = asked.parse(query);
  return (
    <ModerationPage
      path={`${path}reverted/?since=${encodeURIComponent(since)}`}
      title={`Changes of ${account.name} since ${since}`}
    >
      {() => (
        <>
          <Outcome accountId={account.id} since={since} />
          <p className="mt-6">
            <a href={path} className="underline">
              Back to {account.name}
            </a>
          </p>
        </>
      )}
    </ModerationPage>
  );
}

/** What stays of the changes of an account, and what was reverted. */
function Outcome({ accountId, since }: { accountId: string; since: string }) {
  const start = parseTime(since, settings().SITE_TIME_ZONE) ?? Infinity;
  const effective = new Set(listEffectiveChanges(accountId, start));
  const all = listChangesSince(accountId, start);
  const kept = all.filter(({ id }) => effective.has(id));
  const reverted = all.filter(({ revertedBy }) => revertedBy !== null);
  return (
    <>
      <Section id="kept" title={`Not reverted (${kept.length})`}>
        <p className="max-w-prose">
          {kept.length === 0
            ? 'None of its changes is left.'
            : 'Somebody has changed the same since then, or the change can’t be reverted. Edit these by hand.'}
        </p>
        <Changes rows={kept} />
      </Section>
      <Section id="reverted" title={`Reverted (${reverted.length})`}>
        <Changes rows={reverted} />
      </Section>
    </>
  );
}

function Changes({ rows }: { rows: ReturnType<typeof listChangesSince> }) {
  if (rows.length === 0) return null;
  return <ChangeList {...loadChanges(rows)} />;
}
