import { splitSuffix } from '@/lib/api/suffix';
import { isOfApi } from '@/lib/http/url/api-path';
import { pathOf } from '@/lib/http/url/path-of';

/** Route groups of `app`: they determine how a page is rendered, who may cache it, and which requests it accepts. */
const sections = ['read', 'embed', 'edit'] as const;

export type Section = (typeof sections)[number];

/** A file of `app` that handles URLs. */
interface Route {
  /** Its folder without groups, such as `/packages/p/[slug]`. */
  path: string;
  /** Undefined for anything but pages and what belongs to the edit section: the API, feeds, images and files. */
  section: Section | undefined;
}

/** Returns the route for a URL; undefined if there is none. */
export type FindRoute = (url: string) => Route | undefined;

/** A node of the route tree. */
interface Branch {
  route?: Route;
  fixed: Map<string, Branch>;
  /** For any single segment, `[slug]`. */
  one?: Branch;
  /** For all remaining segments, `[...path]`. */
  rest?: Route;
}

/** Builds the lookup from route names as Next writes them, such as `/(read)/packages/p/[slug]/page`. */
export function routesOf(names: string[]): FindRoute {
  const root: Branch = { fixed: new Map() };
  for (const name of names) addRoute(root, name);
  return (url) => {
    const path = pathOf(url);
    const find = (of: string) => findRoute(root, segmentsOf(of), 0);
    // Next rewrites an API path with a format, such as `/api/v4/packages.json`.
    return find(path) ?? (isOfApi(path) ? find(splitSuffix(path).path) : undefined);
  };
}

function addRoute(root: Branch, name: string): void {
  const all = name.split('/').slice(1);
  const kind = all.pop();
  const section = sections.find((it) => all[0] === `(${it})`);
  const segments = all.filter((it) => !/^\(\w+\)$/.test(it));
  const isOfSection = kind === 'page' || section === 'edit';
  const route = { path: `/${segments.join('/')}`, section: isOfSection ? section : undefined };
  placeRoute(root, segments, route);
}

function placeRoute(branch: Branch, [segment, ...others]: string[], route: Route): void {
  if (segment === undefined) {
    branch.route = route;
  } else if (/^\[?\[\.{3}/.test(segment)) {
    branch.rest = route;
    if (segment.startsWith('[[')) branch.route ??= route;
  } else {
    placeRoute(nextBranch(branch, segment), others, route);
  }
}

function nextBranch(branch: Branch, segment: string): Branch {
  if (segment.startsWith('[')) return (branch.one ??= { fixed: new Map() });
  const next = branch.fixed.get(segment) ?? { fixed: new Map<string, Branch>() };
  branch.fixed.set(segment, next);
  return next;
}

/** Matches in Next's order: fixed segments before dynamic ones, and a single segment before catch-all. */
function findRoute(branch: Branch, segments: string[], at: number): Route | undefined {
  const segment = segments[at];
  if (segment === undefined) return branch.route;
  const fixed = branch.fixed.get(segment);
  return (
    (fixed && findRoute(fixed, segments, at + 1)) ??
    (branch.one && findRoute(branch.one, segments, at + 1)) ??
    branch.rest
  );
}

function segmentsOf(path: string): string[] {
  const segments = path.split('/').filter((it) => it !== '');
  return path.includes('%') ? segments.map(decoded) : segments;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
