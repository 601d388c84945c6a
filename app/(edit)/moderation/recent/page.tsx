import type { Metadata } from 'next';
import { loadHistory } from '@/app/(read)/history/load';
import { QueueKeys } from '@/components/forms/queue-keys';
import { ChangeList } from '@/components/history/change-list';
import { declaredQuery } from '@/lib/routes/query';
import { DecisionForm } from '../decision-form';
import { KeysHint } from '../keys-hint';
import { ModerationPage } from '../moderation-page';

export const metadata: Metadata = { title: 'Recent changes' };

export default async function RecentChangesPage({ searchParams }: PageProps<'/moderation/recent'>) {
  const query = declaredQuery('/moderation/recent', await searchParams);
  return (
    <ModerationPage path="/moderation/recent/" title="Recent changes" query={query}>
      {() => <RecentChanges />}
    </ModerationPage>
  );
}

/** The latest changes by anybody. Older ones have a form on their own pages. */
function RecentChanges() {
  const { changes, names } = loadHistory({ of: 'site' }, {});
  if (changes.length === 0) return <p>No changes yet.</p>;
  return (
    <>
      <KeysHint />
      <QueueKeys />
      <ChangeList changes={changes} names={names}>
        {({ id, review, revertedBy }) =>
          revertedBy === null && (
            <DecisionForm
              {...(review === 'waiting'
                ? { kind: 'change', approve: 'Approve' }
                : { kind: 'any-change' })}
              id={id}
              reject="Revert"
              from="/moderation/recent/"
            />
          )
        }
      </ChangeList>
      <p className="mt-4">
        <a href="/history/?page=2" className="underline">
          Older changes
        </a>
      </p>
    </>
  );
}
