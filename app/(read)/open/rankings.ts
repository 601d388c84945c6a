import { listLargestGrids, listParticipants } from '@/db/queries/statistics';
import type { Entry } from '@/lib/statistics/chart';
import { rankContributors } from '@/lib/package/contributors';
import { profilePage } from '@/lib/text/links';

const MOST = 20;

/** The largest grids by number of packages. */
export function rankGrids(): Entry[] {
  return listLargestGrids(MOST).map(({ slug, title, packageCount }) => ({
    label: title,
    count: packageCount,
    href: `/grids/g/${slug}/`,
  }));
}

/** The accounts that contribute to the most packages. */
export function rankAccounts(): Entry[] {
  return rankContributors(listParticipants(), MOST).map(({ domain, account, count }) => ({
    label: account,
    count,
    href: domain === null ? undefined : profilePage(`https://${domain}/`, account),
  }));
}
