import { listLargestGrids, listParticipants } from '@/db/queries/statistics';
import type { Entry } from '@/lib/statistics/chart';
import { rankContributors } from '@/lib/package/contributors';
import { profilePage } from '@/lib/text/links';
import { countOf } from '@/lib/text/wording';

const MOST = 20;

export interface Ranking {
  id: string;
  title: string;
  heads: { label: string; count: string };
  entries: Entry[];
  sentence: string;
  note?: string;
}

/** The rankings of /open/. */
export function listRankings(): Ranking[] {
  return [largestGrids(), contributors()];
}

function largestGrids(): Ranking {
  const entries = listLargestGrids(MOST).map(({ slug, title, packageCount }) => ({
    label: title,
    count: packageCount,
    href: `/grids/g/${slug}/`,
  }));
  return {
    id: 'largest-grids',
    title: 'Largest grids',
    heads: { label: 'Grid', count: 'Packages' },
    entries,
    sentence: describeRanking(entries),
  };
}

function contributors(): Ranking {
  const entries = rankContributors(listParticipants(), MOST).map(({ domain, account, count }) => ({
    label: account,
    count,
    href: domain === null ? undefined : profilePage(`https://${domain}/`, account),
  }));
  return {
    id: 'contributors',
    title: 'Contributors',
    heads: { label: 'Account', count: 'Packages' },
    entries,
    sentence: describeRanking(entries),
    note: 'Accounts of the repository hosts that contribute to most active packages; no bots.',
  };
}

function describeRanking(entries: Entry[]): string {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return 'None yet.';
  return `From ${countOf(first.count, 'package')} for ${first.label} down to ${last.count} for ${last.label}.`;
}
