import { z } from 'zod';
import {
  categoryDocument,
  gridDocument,
  packageDocument,
  timeText,
  type Setting,
} from '@/lib/api/documents';
import { catalogueFacts, gridFacts, packageFacts } from '@/lib/api/facts';
import { linksFrom } from '@/lib/api/links';
import { DAY_ZONE, now, parseTime } from '@/lib/time';
import { parseCatalogue } from '../catalogue-file';
import { recordsOf } from '../catalogue-records';

/** A text that holds no documents; the message says why. */
export class UnreadableText extends Error {
  override name = 'UnreadableText';
}

/**
 * The documents in a text: JSON of one or of a list of them, of a page of a list, one a line, of a catalogue file, or the text or HTML of a
 * browsable page. Throws UnreadableText, and CatalogueError for a catalogue file that breaks a rule.
 */
export function documentsIn(text: string): unknown[] {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') throw new UnreadableText('is empty');
  const page = browsablePage(trimmed);
  if (page !== undefined) return documentsOf(readJson(page));
  if (isLines(trimmed)) return trimmed.split('\n').map((line) => readJson(line));
  const json = readJson(trimmed);
  if (catalogueShape.safeParse(json).success) return documentsOfCatalogue(trimmed);
  return documentsOf(json);
}

const listPage = z.object({ results: z.array(z.unknown()) });
const catalogueShape = z.object({
  categories: z.array(z.unknown()),
  packages: z.array(z.unknown()),
  grids: z.array(z.unknown()),
});

/** A document, or those of a list or of a page of one. */
function documentsOf(json: unknown): unknown[] {
  if (Array.isArray(json)) return json.map((it): unknown => it);
  return listPage.safeParse(json).data?.results ?? [json];
}

/** One document a line; a single line is either. */
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

/** The body on a saved browsable page: what follows the status line, the headers and an empty line. */
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

/** What stands in the last preformatted block of an HTML page. */
function textOfHtml(html: string): string {
  const blocks = [...html.matchAll(/<pre\b[^>]*>([\s\S]*?)<\/pre>/gi)];
  const block = blocks.find(([, inner = '']) => inner.includes('HTTP '))?.[1] ?? '';
  return block
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#x27|#39|amp);/g, (entity) => entities[entity] ?? entity);
}

/** The links of documents that never were anywhere. */
const nowhere: Setting = { links: linksFrom('https://localhost', undefined), zone: 'UTC' };

/** A catalogue file as documents with all their facts. */
function documentsOfCatalogue(text: string): unknown[] {
  const file = parseCatalogue(text);
  const { categories, packages, grids, sources, synonyms, generated } = recordsOf(file, {
    generatedAt: parseTime(file.generated, DAY_ZONE) ?? now(),
    usageCountedAt: parseTime('2022-05-04', DAY_ZONE) ?? now(),
  });
  return [
    ...categories.map((it) => categoryDocument(it, nowhere)),
    ...packages.map((it) => ({
      ...packageDocument(it, nowhere),
      facts: {
        ...packageFacts(it, nowhere),
        examples: it.examples.map(({ id, title, url, isActive, createdAt, modifiedAt }) => ({
          id,
          title,
          url,
          active: isActive,
          created: timeText(createdAt, nowhere.zone),
          modified: timeText(modifiedAt, nowhere.zone),
        })),
      },
    })),
    ...grids.map((it) => ({ ...gridDocument(it, nowhere), facts: gridFacts(it, nowhere) })),
    catalogueFacts({ generated, sources, synonyms }),
  ];
}
