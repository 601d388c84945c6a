import type { Account } from '@/db/schema';
import { formatIso, type Clock, type Micros } from '@/lib/time';

interface Exported {
  account: Account;
  /** How it signs in. */
  credentials: { provider: string; accountId: string; createdAt: Date }[];
  sessions: { userAgent: string; startedAt: Micros; usedAt: Micros }[];
  /** Everything else, by name. Fields whose names end in `at` or `At` are times. */
  data: Record<string, unknown>;
}

/** All that is stored of an account, for its owner, as a JSON document. It has no secret: no hash, token or address of a feed. */
export function exportDocument({ account, credentials, sessions, data }: Exported, clock: Clock) {
  const ofMillis = (date: Date) => date.getTime() * 1000;
  const { name, role, createdAt, about, githubAccount, gitlabAccount, bitbucketAccount } = account;
  const { sharesFavorites, feedToken } = account;
  const document = {
    exportedAt: clock.now,
    account: {
      ...{ name, role, createdAt: ofMillis(createdAt), about },
      ...{ githubAccount, gitlabAccount, bitbucketAccount, sharesFavorites },
      hasPrivateFeed: feedToken !== null,
    },
    signIn: credentials.map(({ provider, accountId, createdAt: since }) => ({
      method: provider === 'credential' ? 'password' : provider,
      // With a password it is only the id of the account.
      ...(provider !== 'credential' && { accountId }),
      addedAt: ofMillis(since),
    })),
    sessions,
    ...data,
  };
  return `${JSON.stringify(document, (key, value: unknown) => readable(key, value, clock), 2)}\n`;
}

const readable = (key: string, value: unknown, { zone }: Clock) =>
  typeof value === 'number' && /(^at|At)$/.test(key) ? formatIso(value, zone) : value;
