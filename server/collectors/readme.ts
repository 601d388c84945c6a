import type { Readme } from './facts';

/** Names of README files, the one that hosts show first. */
export const readmeNames = ['README.md', 'README.rst', 'README', 'README.txt', 'readme.md'];

/** The README among the names of files; undefined if there is none. */
export function findReadme(names: string[]): string | undefined {
  const lower = readmeNames.map((name) => name.toLowerCase());
  const rank = (name: string) => lower.indexOf(name.toLowerCase());
  return names.filter((name) => rank(name) >= 0).sort((a, b) => rank(a) - rank(b))[0];
}

/** A README; null if it is blank or no text. */
export function readmeOf(path: string, text: string): Readme | null {
  return text.trim() === '' || text.includes('\0') ? null : { path, text };
}
