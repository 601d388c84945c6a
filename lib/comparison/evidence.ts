import { describeDate } from '@/lib/text/dated';
import { webAddress } from '@/lib/text/links';
import type { Clock, Micros } from '@/lib/time';

/** URL parts for a file at a commit and for a line, by host. */
const forms = new Map([
  ['github.com', { file: 'blob/', line: '#L' }],
  ['gitlab.com', { file: '-/blob/', line: '#L' }],
  ['bitbucket.org', { file: 'src/', line: '#lines-' }],
]);

/**
 * The URL of the file, and line if given, that evidence such as `channels/auth.py:14` or `LICENSE` refers to in a repository at a commit.
 * Undefined if the evidence names no file, or the repository, commit or host is unknown.
 */
export function evidenceAddress(
  repoUrl: string | null,
  commit: string | null,
  evidence: string,
): string | undefined {
  const [, path = '', line] = /^([\w@+-][\w./@+-]*?)(?::(\d+))?$/.exec(evidence) ?? [];
  const isFile = /[./]/.test(path) || /^[A-Z]+$/.test(path);
  const repository = webAddress(repoUrl)?.replace(/\/$/, '');
  if (!isFile || path.includes('..') || repository === undefined || commit === null)
    return undefined;

  const form = forms.get(new URL(repository).hostname);
  if (!form) return undefined;
  const at = line === undefined ? '' : form.line + line;
  return `${repository}/${form.file}${commit}/${encodeURI(path)}${at}`;
}

/** Says when and by whom a cell was last confirmed; empty if never. A deleted account has no name. */
export function describeConfirmation(
  { confirmedAt, confirmedBy }: { confirmedAt: Micros | null; confirmedBy: string | null },
  clock: Clock,
): string {
  if (confirmedAt === null) return '';
  const by = confirmedBy === null ? '' : ` by ${confirmedBy}`;
  return `confirmed on ${describeDate(confirmedAt, 'time', clock).date}${by}`;
}
