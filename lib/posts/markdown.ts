import MarkdownIt, { type Token } from 'markdown-it';

/**
 * CommonMark without raw HTML, images and tables. Moderators write posts, but a post must not be able to run scripts, load anything from
 * another host or break the page around it.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable([
  'image',
  'table',
]);

/** A page of the web, a path of this site or a place on the page; not `//host`, which reads like a path. */
const allowed = /^(https?:\/\/|\/(?![/\\])|#)/i;

// Without this, data URLs of pictures would be links.
markdown.validateLink = (address) => allowed.test(address);

/** Headings of a post come below the title of its page, which is the only h1, and skip no level. */
const FIRST_LEVEL = 2;
const LAST_LEVEL = 6;

/**
 * Renders the Markdown of a post to HTML that is safe to send: it has no tags or attributes but those of Markdown, and links only to
 * http(s) URLs and to paths of this site.
 */
export function renderMarkdown(text: string): string {
  const tokens = markdown.parse(text, {});
  lowerHeadings(tokens);
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** Makes the highest headings of a post h2, and the others at most one level lower than the heading before. */
function lowerHeadings(tokens: Token[]): void {
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close');
  const highest = Math.min(...headings.map(levelOf));
  let before = FIRST_LEVEL - 1;
  for (const token of headings) {
    if (token.type === 'heading_open') {
      const level = levelOf(token) - highest + FIRST_LEVEL;
      before = Math.min(level, before + 1, LAST_LEVEL);
    }
    token.tag = `h${before}`;
  }
}

const levelOf = ({ tag }: Token) => Number(tag.slice(1));

/** The first paragraph of a post as plain text, for lists and feeds; empty if it has none. */
export function firstParagraph(text: string): string {
  const tokens = markdown.parse(text, {});
  const start = tokens.findIndex(({ type }) => type === 'paragraph_open');
  const parts = start < 0 ? [] : (tokens[start + 1]?.children ?? []);
  return parts.map(plainText).join('').trim();
}

function plainText({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return ' ';
  return type === 'text' || type === 'code_inline' || type === 'text_special' ? content : '';
}
