import type { Kind } from './document-number';

/** The page of a package or grid, by the slug in its URL. */
export interface PageAddress {
  kind: Kind;
  slug: string;
}

/** This site, djangopackages.org or another site that runs its code; the scheme, or the whole host, may be missing. */
const host = String.raw`(?:https?:\/\/[^\s/]+\/|(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/|localhost(?::\d+)?\/|\/)`;

/** Pages, and API resources identified by slug, not by numeric id. */
const path = String.raw`(packages|grids)\/(?:p|g)\/|api\/v[34]\/(packages|grids)\/(?!\d+(?:[/.?#]|$))`;

const address = new RegExp(String.raw`^${host}(?:${path})([\w-]+)(?:[/.?#]\S*)?$`, 'i');

/** The package or grid that a URL points to: its page, a page below it, or its API resource. */
export function pageOf(text: string): PageAddress | undefined {
  const [, page, document, slug = ''] = address.exec(text) ?? [];
  const section = (page ?? document)?.toLowerCase();
  if (section === undefined) return undefined;
  return { kind: section === 'packages' ? 'package' : 'grid', slug };
}
