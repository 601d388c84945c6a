import type { Metadata } from 'next';
import { readClock } from '@/app/clock';
import { loadHistory } from '@/app/(read)/history/load';
import { QueueKeys } from '@/components/forms/queue-keys';
import { ChangeList } from '@/components/history/change-list';
import { listWaitingExamples } from '@/db/queries/examples';
import { listOpenFlags } from '@/db/queries/flags';
import { listOpenHeldEdits } from '@/db/queries/held-edits';
import { countWaiting } from '@/db/queries/moderation';
import { declaredQuery } from '@/lib/routes/query';
import { DecisionForm } from './decision-form';
import { KeysHint } from './keys-hint';
import { ModerationPage } from './moderation-page';
import { Flags, HeldEdits, QueueSection, WaitingExamples } from './queue';

export const metadata: Metadata = { title: 'Moderation' };

/** The most items of a kind on the page; the rest follows when these are decided. */
const MOST = 20;

export default async function QueuePage({ searchParams }: PageProps<'/moderation'>) {
  const query = declaredQuery('/moderation', await searchParams);
  return (
    <ModerationPage path="/moderation/" title="Moderation" query={query}>
      {() => <Queue />}
    </ModerationPage>
  );
}

/** All that waits for a moderator. Changes are newest first, since that is the order in which they can be reverted. */
function Queue() {
  const clock = readClock();
  const total = countWaiting();
  const { changes, names } = loadHistory({ of: 'waiting' }, {});
  if (Object.values(total).every((count) => count === 0)) return <p>Nothing is waiting.</p>;
  return (
    <>
      <KeysHint />
      <QueueKeys />
      <QueueSection id="held" title="Edits with links" total={total.held}>
        <HeldEdits rows={listOpenHeldEdits(MOST)} clock={clock} />
      </QueueSection>
      <QueueSection id="changes" title="Changes by new accounts" total={total.changes}>
        <ChangeList changes={changes} names={names}>
          {({ id }) => <DecisionForm kind="change" id={id} approve="Approve" reject="Revert" />}
        </ChangeList>
      </QueueSection>
      <QueueSection id="flags" title="Reports" total={total.flags}>
        <Flags rows={listOpenFlags(MOST)} clock={clock} />
      </QueueSection>
      <QueueSection id="examples" title="Sites using a package" total={total.examples}>
        <WaitingExamples rows={listWaitingExamples(MOST)} clock={clock} />
      </QueueSection>
    </>
  );
}
