import type { Account } from '@/db/queries/accounts';

/** What the second step of adding a package needs, whichever it is. */
export interface StepProps {
  account: Account;
  /** The grid that the package is to join. */
  grid: { id: number; slug: string; title: string; isLocked: boolean } | undefined;
  /** The URL of the page. */
  path: string;
}
