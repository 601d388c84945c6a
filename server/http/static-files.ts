import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathOf } from '@/lib/http/url/path-of';

/** Returns whether a URL is that of a file of the build or of `public`, as it is now. */
export function readStaticFiles(folder: string): (url: string) => boolean {
  const root = join(folder, 'public');
  const files = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
  const paths = new Set(files.map((file) => `/${file}`));
  return (url) => {
    const path = pathOf(url);
    return path.startsWith('/_next/static/') || paths.has(path);
  };
}
