/** Machines that commit under names that don't say so. */
const machines = new Set(['dependabot', 'github-actions', 'renovate', 'web-flow', 'weblate']);

/** Whether an account of a repository host belongs to a program, such as `dependabot[bot]` or `jazzband-bot`. */
export function isBot(account: string): boolean {
  const name = account.toLowerCase();
  return /(\[bot\]|[-_]bot)$/.test(name) || machines.has(name);
}
