import { operations } from '../operations';

interface Crumb {
  href: string;
  name: string;
}

const named = Object.values(operations).map(({ path, view }) => ({
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  name: view.name,
}));

/** Breadcrumbs: the parent resources of a path, root first. */
export function crumbsOf(path: string): Crumb[] {
  const parts = path.split('/').slice(1, -1);
  return parts.slice(0, -1).flatMap((_, index) => {
    const href = `/${parts.slice(0, index + 1).join('/')}/`;
    const found = named.find(({ pattern }) => pattern.test(href));
    return found ? [{ href, name: found.name }] : [];
  });
}
