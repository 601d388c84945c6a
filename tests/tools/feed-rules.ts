import { z } from 'zod';
import { isAddress, isRfc3339, isRfc822, RuleBook } from './rule-book';
import { childrenOf, onlyText, readXml, type XmlElement } from './xml-tree';

const channelElements =
  'title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs cloud ttl image textInput skipHours skipDays item atom:link';
const itemElements =
  'title link description author category comments enclosure guid pubDate source atom:link dc:creator';

/** Lists violations of RSS 2.0 (and of its board's advice: a self link, a unique guid). `self` is the URL of the feed. */
export function rssFaults(text: string, self: string): string[] {
  const rules = new RuleBook();
  const root = read(text, rules);
  if (!root) return rules.faults;
  rules.demand(root.name === 'rss' && root.attributes['version'] === '2.0', 'is no rss 2.0');
  rules.demandOne(root, 'channel');
  const channel = childrenOf(root, 'channel')[0] ?? root;
  rules.demandOne(channel, 'title', 'link', 'description');
  rules.demandAtMostOne(channel, 'language', 'pubDate', 'lastBuildDate', 'ttl', 'generator');
  rules.demandOnly(channel, channelElements.split(' '));
  rules.demandAddress(onlyText(channel, 'link'), 'the link of the channel');
  rules.demandDate(channel, ['pubDate', 'lastBuildDate'], isRfc822);
  const own = childrenOf(channel, 'atom:link').filter((it) => it.attributes['rel'] === 'self');
  rules.demand(own.length === 1 && own[0]?.attributes['href'] === self, 'has no right self link');
  rules.demand(root.attributes['xmlns:atom'] === ATOM, 'atom: is bound to another namespace');

  const items = childrenOf(channel, 'item');
  for (const item of items) checkItem(item, rules);
  rules.demandUnique(
    items.map((it) => onlyText(it, 'guid')),
    'guid',
  );
  return rules.faults;
}

function checkItem(item: XmlElement, rules: RuleBook): void {
  const isSaid = childrenOf(item, 'title').length + childrenOf(item, 'description').length > 0;
  rules.demand(isSaid, 'an item has neither title nor description');
  rules.demandAtMostOne(item, 'title', 'link', 'description', 'pubDate', 'guid', 'author');
  rules.demandOnly(item, itemElements.split(' '));
  rules.demandDate(item, ['pubDate'], isRfc822);
  rules.demandAddress(onlyText(item, 'link'), 'the link of an item');
  const guid = childrenOf(item, 'guid')[0];
  const isLink = guid?.attributes['isPermaLink'] !== 'false';
  rules.demand(!!guid && (!isLink || isAddress(guid.text)), 'a guid is no permanent link');
}

const ATOM = 'http://www.w3.org/2005/Atom';
const feedElements =
  'author category contributor generator icon id link logo rights subtitle title updated entry';
const entryElements =
  'author category content contributor id link published rights source summary title updated';

/** Lists violations of RFC 4287 (Atom). */
export function atomFaults(text: string, self: string): string[] {
  const rules = new RuleBook();
  const root = read(text, rules);
  if (!root) return rules.faults;
  rules.demand(root.name === 'feed' && root.attributes['xmlns'] === ATOM, 'is no Atom feed');
  checkAtom(root, feedElements, rules);
  rules.demandAtMostOne(root, 'generator', 'icon', 'logo', 'rights', 'subtitle');
  const own = childrenOf(root, 'link').filter((it) => it.attributes['rel'] === 'self');
  rules.demand(own.length === 1 && own[0]?.attributes['href'] === self, 'has no right self link');

  const entries = childrenOf(root, 'entry');
  for (const entry of entries) {
    checkAtom(entry, entryElements, rules);
    rules.demandAtMostOne(entry, 'content', 'published', 'rights', 'source', 'summary');
    const isLinked = childrenOf(entry, 'link').some((it) => it.attributes['rel'] === 'alternate');
    const hasContent = childrenOf(entry, 'content').length > 0;
    rules.demand(isLinked || hasContent, 'an entry has neither content nor alternate link');
    const hasAuthor = [root, entry].some((it) => childrenOf(it, 'author').length > 0);
    rules.demand(hasAuthor, 'an entry has no author');
  }
  rules.demandUnique(
    entries.map((it) => onlyText(it, 'id')),
    'id',
  );
  return rules.faults;
}

function checkAtom(element: XmlElement, known: string, rules: RuleBook): void {
  rules.demandOne(element, 'id', 'title', 'updated');
  rules.demandOnly(element, known.split(' '));
  rules.demandDate(element, ['updated', 'published'], isRfc3339);
  rules.demandAddress(onlyText(element, 'id'), `the id of ${element.name}`);
  for (const author of childrenOf(element, 'author')) rules.demandOne(author, 'name');
  for (const it of childrenOf(element, 'link'))
    rules.demandAddress(it.attributes['href'], 'a link');
  const alternates = childrenOf(element, 'link').filter(
    (it) => (it.attributes['rel'] ?? 'alternate') === 'alternate',
  );
  const kinds = alternates.map(
    (it) => `${it.attributes['type'] ?? ''} ${it.attributes['hreflang'] ?? ''}`,
  );
  rules.demandUnique(kinds, 'type of alternate link');
  const texts = ['title', 'subtitle', 'summary', 'rights'].flatMap((name) =>
    childrenOf(element, name),
  );
  for (const it of texts) {
    const type = it.attributes['type'] ?? 'text';
    rules.demand(['text', 'html', 'xhtml'].includes(type), `${it.name} is of type ${type}`);
    rules.demand(type === 'xhtml' || it.children.length === 0, `${it.name} holds elements`);
  }
}

const address = z.string().refine(isAddress, 'is no absolute address');
const time = z.string().refine(isRfc3339, 'is no time of RFC 3339');
const authors = z.array(z.strictObject({ name: z.string(), url: address.optional() })).min(1);

const jsonItem = z
  .strictObject({
    id: z.string().min(1),
    url: address.optional(),
    title: z.string().optional(),
    content_text: z.string().optional(),
    content_html: z.string().optional(),
    summary: z.string().optional(),
    date_published: time.optional(),
    date_modified: time.optional(),
    authors: authors.optional(),
    tags: z.array(z.string()).optional(),
    language: z.string().optional(),
  })
  .refine((it) => it.content_text !== undefined || it.content_html !== undefined, 'has no content');

const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: address.optional(),
  feed_url: address,
  description: z.string().optional(),
  icon: address.optional(),
  authors: authors.optional(),
  language: z.string().optional(),
  items: z.array(jsonItem),
});

/** Lists violations of JSON Feed 1.1. */
export function jsonFeedFaults(text: string, self: string): string[] {
  const parsed = jsonFeed.safeParse(JSON.parse(text));
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  }
  const rules = new RuleBook();
  rules.demand(parsed.data.feed_url === self, 'has no right feed_url');
  rules.demandUnique(
    parsed.data.items.map(({ id }) => id),
    'id',
  );
  return rules.faults;
}

function read(text: string, rules: RuleBook): XmlElement | undefined {
  try {
    return readXml(text);
  } catch (error) {
    rules.faults.push(`is no XML: ${String(error)}`);
    return undefined;
  }
}
