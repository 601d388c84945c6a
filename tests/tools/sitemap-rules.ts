import { RuleBook } from './rule-book';
import { childrenOf, onlyText, readXml, type XmlElement } from './xml-tree';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const frequencies = 'always hourly daily weekly monthly yearly never'.split(' ');
const MOST = 50_000;
const MOST_BYTES = 52_428_800;

/** Lists violations of the sitemaps.org protocol in a sitemap or sitemap index. `origin` is where it was read from. */
export function sitemapFaults(text: string, origin: string): string[] {
  const rules = new RuleBook();
  const root = readXml(text);
  const isIndex = root.name === 'sitemapindex';
  const entries = childrenOf(root, isIndex ? 'sitemap' : 'url');
  rules.demand(isIndex || root.name === 'urlset', `is a ${root.name}`);
  rules.demand(root.attributes['xmlns'] === NAMESPACE, 'is of another name space');
  rules.demand(root.children.length === entries.length, 'holds something else');
  rules.demand(entries.length > 0 && entries.length <= MOST, `holds ${entries.length}`);
  rules.demand(Buffer.byteLength(text) <= MOST_BYTES, 'is too large');
  for (const entry of entries) checkEntry(entry, isIndex, origin, rules);
  rules.demandUnique(
    entries.map((it) => onlyText(it, 'loc')),
    'loc',
  );
  return rules.faults;
}

function checkEntry(entry: XmlElement, isIndex: boolean, origin: string, rules: RuleBook): void {
  const known = isIndex ? ['loc', 'lastmod'] : ['loc', 'lastmod', 'changefreq', 'priority'];
  rules.demandOne(entry, 'loc');
  rules.demandOnly(entry, known);
  rules.demandAtMostOne(entry, ...known);
  const address = onlyText(entry, 'loc') ?? '';
  rules.demandAddress(address, 'loc');
  rules.demand(
    address.startsWith(`${origin}/`) && address.length < 2048,
    `${address} is elsewhere`,
  );
  rules.demandDate(entry, ['lastmod'], (day) => {
    const isDay = /^\d{4}-\d\d-\d\d$/.test(day);
    return isDay && Date.parse(day) <= Date.now();
  });
  const frequency = onlyText(entry, 'changefreq');
  rules.demand(frequency === undefined || frequencies.includes(frequency), `${frequency ?? ''}?`);
  const priority = Number(onlyText(entry, 'priority') ?? 0.5);
  rules.demand(priority >= 0 && priority <= 1, `a priority of ${priority}`);
}
