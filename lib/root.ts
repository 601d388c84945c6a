import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root folder of the repository, whether this module runs from source or from the bundle in `.server`. */
export const ROOT = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The server must run inside its repository.');
  return findRoot(parent);
}
