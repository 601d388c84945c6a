import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { pathOf } from './path-of';

/** Route groups of `app`: how a page is drawn, who may keep it, and what it may be asked. */
const halves = ['read', 'embed', 'edit'] as const;

export type Half = (typeof halves)[number];

/** A file of `app` that answers addresses. */
export interface Route {
  /** Its folder without groups, such as `/packages/p/[slug]`. */
  path: string;
  /** Undefined for what is no page, such as the API, feeds, pictures and files. */
  half: Half | undefined;
}

/** The route that answers an address; undefined where none does. */
export type FindRoute = (url: string) => Route | undefined;

/** A part of paths, with what may follow it. */
interface Branch {
  route?: Route;
  fixed: Map<string, Branch>;
  /** Of any one segment, `[slug]`. */
  one?: Branch;
  /** Of all that are left, `[...path]`. */
  rest?: Route;
}

const manifest = z.record(z.string(), z.string());

/** Reads from a build which routes there are. */
export function readRoutes(buildFolder: string): FindRoute {
  const path = join(buildFolder, 'server', 'app-paths-manifest.json');
  return routesOf(Object.keys(manifest.parse(JSON.parse(readFileSync(path, 'utf8')))));
}

/** Of routes as Next names them, such as `/(read)/packages/p/[slug]/page`. */
export function routesOf(names: string[]): FindRoute {
  const root: Branch = { fixed: new Map() };
  for (const name of names) addRoute(root, name);
  return (url) => findRoute(root, segmentsOf(pathOf(url)), 0);
}

function addRoute(root: Branch, name: string): void {
  const all = name.split('/').slice(1);
  const kind = all.pop();
  const half = halves.find((it) => all[0] === `(${it})`);
  const segments = all.filter((it) => !/^\(\w+\)$/.test(it));
  const route = { path: `/${segments.join('/')}`, half: kind === 'page' ? half : undefined };
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

/** In Next's order: what is fixed goes before what is not, and one segment before several. */
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
