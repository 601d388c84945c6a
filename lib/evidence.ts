import { webAddress } from './links';

/** How the hosts address a file at a commit, and a line of it. */
const forms = new Map([
  ['github.com', { file: 'blob/', line: '#L' }],
  ['gitlab.com', { file: '-/blob/', line: '#L' }],
  ['bitbucket.org', { file: 'src/', line: '#lines-' }],
]);

/**
 * The address of the file in which a fact was read, and of its line if it has one: evidence such as `channels/auth.py:14` or
 * `LICENSE` in a repository at a commit. Undefined where it names no file or the rest is unknown.
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
