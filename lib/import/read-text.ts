import { z } from 'zod';
import { documentsOfCatalogueFile, isCatalogueFile } from './catalogue-file';
import { UnreadableText } from './problem';

/**
 * Parses the documents in a text: JSON of one document, a list or a page of a list, JSON Lines, an old catalogue file, or the text or HTML of a
 * browsable API page. Throws UnreadableText if there are none.
 */
export function documentsIn(text: string): unknown[] {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') throw new UnreadableText('is empty');
  const page = browsablePage(trimmed);
  if (page !== undefined) return documentsOf(readJson(page));
  if (isLines(trimmed)) return trimmed.split('\n').map((line) => readJson(line));
  const json = readJson(trimmed);
  return isCatalogueFile(json) ? documentsOfCatalogueFile(json) : documentsOf(json);
}

const listPage = z.object({ results: z.array(z.unknown()) });

/** Returns a single document, or those of a list or of a page of a list. */
function documentsOf(json: unknown): unknown[] {
  if (Array.isArray(json)) return json.map((it): unknown => it);
  return listPage.safeParse(json).data?.results ?? [json];
}

/** Whether the text is JSON Lines; false for a single line, which is plain JSON as well. */
function isLines(text: string): boolean {
  const [first = '', second] = text.split('\n', 2);
  if (second === undefined || !first.startsWith('{')) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableText(error instanceof Error ? error.message : String(error));
  }
}

/** The JSON body on a saved browsable API page, after the status line, headers and an empty line; undefined for other text. */
function browsablePage(text: string): string | undefined {
  const plain = text.startsWith('<') ? textOfHtml(text) : text;
  const found = /^HTTP \d{3}\b.*\n(?:[\w-]+:.*\n)*\s*\n([[{][\s\S]*)$/m.exec(
    plain.replaceAll('\r\n', '\n'),
  );
  return found?.[1];
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

/** The text of the first `<pre>` of an HTML page that contains an HTTP response. */
function textOfHtml(html: string): string {
  const block = findBlock(html, (inner) => inner.includes('HTTP ')) ?? '';
  return withoutTags(block).replace(
    /&(?:lt|gt|quot|#x27|#39|amp);/g,
    (entity) => entities[entity] ?? entity,
  );
}

/** The content of the first `<pre>` that passes. Each search continues where the last one ended, so the time is linear. */
function findBlock(html: string, passes: (inner: string) => boolean): string | undefined {
  const opening = /<pre\b/gi;
  const closing = /<\/pre>/gi;
  while (opening.exec(html)) {
    const start = html.indexOf('>', opening.lastIndex) + 1;
    closing.lastIndex = start;
    const end = start === 0 ? null : closing.exec(html);
    if (end === null) return undefined;
    const inner = html.slice(start, end.index);
    if (passes(inner)) return inner;
    opening.lastIndex = closing.lastIndex;
  }
  return undefined;
}

function withoutTags(html: string): string {
  const texts: string[] = [];
  let from = 0;
  for (;;) {
    const open = html.indexOf('<', from);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) return texts.join('') + html.slice(from);
    texts.push(html.slice(from, open));
    from = close + 1;
  }
}
