import { areAccounts, isBot } from './accounts';

interface Participation {
  /** Domain of the package's repository; null if it has none. */
  domain: string | null;
  participants: string[];
}

/** The accounts that contribute to the most packages, most first. Accounts of the same name at different hosts are different people. */
export function rankContributors(packages: Participation[], most: number) {
  return countAccounts(packages)
    .filter(({ account }) => !isBot(account))
    .sort((a, b) => b.count - a.count || (a.account < b.account ? -1 : 1))
    .slice(0, most);
}

/** Counts the packages each account contributes to; a plain loop for speed, since there are some hundred thousand names. */
function countAccounts(packages: Participation[]) {
  const hosts = new Map<string | null, Map<string, Contributor>>();
  for (const { domain, participants } of packages) {
    if (!areAccounts(participants)) continue;
    const known = hosts.get(domain) ?? new Map<string, Contributor>();
    hosts.set(domain, known);
    for (const account of participants) {
      const contributor = known.get(account);
      if (contributor) contributor.count += 1;
      else known.set(account, { domain, account, count: 1 });
    }
  }
  return [...hosts.values()].flatMap((accounts) => [...accounts.values()]);
}

interface Contributor {
  domain: string | null;
  account: string;
  count: number;
}
