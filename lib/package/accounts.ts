/** Bots whose account names don't show that they are bots. */
const machines = new Set(['dependabot', 'github-actions', 'renovate', 'web-flow', 'weblate']);

/** Whether an account at a repository host is a bot, such as `dependabot[bot]` or `jazzband-bot`. */
export function isBot(account: string): boolean {
  const name = account.toLowerCase();
  return /(\[bot\]|[-_]bot)$/.test(name) || machines.has(name);
}

/** Valid account names by host. */
const accountNames = new Map([
  ['github.com', /^[a-z\d][\w-]{0,38}$/i],
  ['gitlab.com', /^[a-z\d_](?:[\w-]|\.(?=[\w-])){0,254}$/i],
  ['bitbucket.org', /^[a-z\d_][\w-]{0,61}$/i],
  ['codeberg.org', /^[a-z\d_](?:[\w-]|\.(?=[\w-])){0,39}$/i],
]);

/** Whether a name is a valid account name at a host; false for unknown hosts. */
export function isAccountName(domain: string, name: string): boolean {
  return accountNames.get(domain)?.test(name) === true;
}

/** Whether a project's participants are accounts. Some hosts list people's names instead, and a one-word name looks like an account. */
export function areAccounts(participants: string[]): boolean {
  return !participants.some((name) => /[\s,]/.test(name));
}
