import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Route groups of `app`: how a page is drawn, who may keep it, and what it may be asked. */
const halves = ['read', 'embed', 'edit'] as const;

export type Half = (typeof halves)[number];

/** The half of the page that an address leads to; undefined for what is no page, such as the API, feeds, pictures and files. */
export type FindHalf = (url: string) => Half | undefined;

/** What stands at the end of a path. */
interface Leaf {
  half: Half | undefined;
}

/** A part of paths, with what may follow it. */
interface Branch {
  leaf?: Leaf;
  fixed: Map<string, Branch>;
  /** Of any one segment, `[slug]`. */
  one?: Branch;
  /** Of all that are left, `[...path]`. */
  rest?: Leaf;
}

const manifest = z.record(z.string(), z.string());

/** Reads from a build which pages there are. */
export function readHalves(buildFolder: string): FindHalf {
  const path = join(buildFolder, 'server', 'app-paths-manifest.json');
  return halvesOf(Object.keys(manifest.parse(JSON.parse(readFileSync(path, 'utf8')))));
}

/** Of routes as Next names them, such as `/(read)/packages/p/[slug]/page`. */
export function halvesOf(routes: string[]): FindHalf {
  const root: Branch = { fixed: new Map() };
  for (const route of routes) addRoute(root, route);
  return (url) => findLeaf(root, segmentsOf(pathOf(url)), 0)?.half;
}

function addRoute(root: Branch, route: string): void {
  const segments = route.split('/').slice(1);
  const kind = segments.pop();
  const half = halves.find((it) => segments[0] === `(${it})`);
  const leaf: Leaf = { half: kind === 'page' ? half : undefined };
  addLeaf(
    root,
    segments.filter((it) => !/^\(\w+\)$/.test(it)),
    leaf,
  );
}

function addLeaf(branch: Branch, [segment, ...others]: string[], leaf: Leaf): void {
  if (segment === undefined) {
    branch.leaf = leaf;
  } else if (/^\[?\[\.{3}/.test(segment)) {
    branch.rest = leaf;
    if (segment.startsWith('[[')) branch.leaf ??= leaf;
  } else {
    addLeaf(nextBranch(branch, segment), others, leaf);
  }
}

function nextBranch(branch: Branch, segment: string): Branch {
  if (segment.startsWith('[')) return (branch.one ??= { fixed: new Map() });
  const next = branch.fixed.get(segment) ?? { fixed: new Map<string, Branch>() };
  branch.fixed.set(segment, next);
  return next;
}

/** In Next's order: what is fixed goes before what is not, and one segment before several. */
function findLeaf(branch: Branch, segments: string[], at: number): Leaf | undefined {
  const segment = segments[at];
  if (segment === undefined) return branch.leaf;
  const fixed = branch.fixed.get(segment);
  return (
    (fixed && findLeaf(fixed, segments, at + 1)) ??
    (branch.one && findLeaf(branch.one, segments, at + 1)) ??
    branch.rest
  );
}

/** Any host does: a request may name the whole address, and its path may have dots and backslashes in it, as Next reads them. */
const HOST = 'http://localhost';

const PLAIN = /^\/(?!\/)[^?#]*/;

function pathOf(url: string): string {
  const plain = PLAIN.exec(url)?.[0];
  if (plain !== undefined && !/\/\.|\\|%2e/i.test(plain)) return plain;
  return URL.canParse(url, HOST) ? new URL(url, HOST).pathname : url;
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
