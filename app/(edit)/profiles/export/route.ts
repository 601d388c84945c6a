import { readClock } from '@/app/clock';
import { currentAccount } from '@/app/session';
import { findAccountData } from '@/db/queries/account-data';
import { listCredentials } from '@/db/queries/credentials';
import { listSessions } from '@/db/sessions';
import { exportDocument } from '@/lib/accounts/export';

/** Sends the signed-in user a file with everything stored about the account. Others are sent to sign in first. */
export async function GET() {
  const account = await currentAccount();
  if (!account) {
    const Location = `/login/?next=${encodeURIComponent('/profiles/edit/')}`;
    return new Response(null, { status: 302, headers: { Location } });
  }
  const { id, name } = account;
  const all = {
    ...{ account, credentials: listCredentials(id), sessions: listSessions(id) },
    data: findAccountData(id),
  };
  return new Response(exportDocument(all, readClock()), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="packgrid-${name}.json"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
