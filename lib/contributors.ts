import { isBot } from './accounts';

interface Participation {
  /** The domain of a package's repository; null where it has none. */
  domain: string | null;
  participants: string[];
}

/** The people that contribute to most packages, most first; an account of one host is another person than its namesake elsewhere. */
export function rankContributors(packages: Participation[], most: number) {
  return countAccounts(packages)
    .filter(({ account }) => !isBot(account))
    .sort((a, b) => b.count - a.count || (a.account < b.account ? -1 : 1))
    .slice(0, most);
}

/** How many packages each account contributes to; a quick loop, since there are some hundred thousand names. */
function countAccounts(packages: Participation[]) {
  const hosts = new Map<string | null, Map<string, Contributor>>();
  for (const { domain, participants } of packages) {
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
