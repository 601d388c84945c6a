import type { Account } from '@/db/queries/accounts';

/** Props of both variants of the second step of adding a package. */
export interface StepProps {
  account: Account;
  /** The grid that the package is to join. */
  grid: { id: number; slug: string; title: string; isLocked: boolean } | undefined;
  /** The URL of the page. */
  path: string;
}
