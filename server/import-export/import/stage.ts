import { z } from 'zod';
import type { StagedDocument } from '@/db/writes/staging';
import { documentOf, kindOf } from '@/lib/import/incoming';
import { nameOf, type Problem } from '@/lib/import/problem';
import { tidyDocument, type RawDocument } from '@/lib/import/tidy';

const anyObject = z.looseObject({});

/** The valid documents of one page or file, and the problems of the others. */
export interface CheckedDocuments {
  documents: StagedDocument[];
  problems: Problem[];
}

/** Validates documents against the schema of their kind; `place` says where they were found. */
export function checkDocuments(documents: unknown[], place: string): CheckedDocuments {
  const checked: CheckedDocuments = { documents: [], problems: [] };
  for (const [index, document] of documents.entries()) {
    const at = documents.length > 1 ? `${place}, document ${index + 1}` : place;
    const { staged, problems } = checkDocument(document, at);
    if (staged) checked.documents.push(staged);
    checked.problems.push(...problems);
  }
  return checked;
}

interface CheckedDocument {
  staged?: StagedDocument;
  problems: Problem[];
}

const skipped = (at: string, why: string): CheckedDocument => ({
  problems: [{ at, why, isSkipped: true }],
});

function checkDocument(document: unknown, at: string): CheckedDocument {
  const raw = anyObject.safeParse(document).data;
  if (raw === undefined) return skipped(at, 'is not a JSON object');
  const kind = kindOf(raw);
  if (kind === undefined)
    return skipped(at, 'is not a document of a package, a grid or a category');
  const { document: object, notes } = tidyDocument(kind, raw);
  const text = textOf(object);
  if (text === undefined) return skipped(describe(object, kind, at), 'is nested too deeply');
  if (hasLongList(object)) {
    return skipped(describe(object, kind, at), `has a list of over ${MOST_ENTRIES} entries`);
  }
  const parsed = documentOf[kind].safeParse(object);
  if (!parsed.success) return skipped(describe(object, kind, at), faultsOf(parsed.error));
  const it = parsed.data;
  if (!('id' in it)) {
    return {
      staged: { ...nameless, kind: 'catalogue', isWhole: true, document: text },
      problems: [],
    };
  }
  const { id, columns } = it;
  const staged = {
    kind: kind === 'catalogue' ? ('category' as const) : kind,
    id,
    slug: columns.slug,
    repoUrl: 'repoUrl' in columns ? columns.repoUrl : null,
    modifiedAt: columns.modifiedAt,
    isWhole: 'whole' in it && it.whole !== undefined,
    document: text,
  };
  const own = nameOf(kind, id, columns.slug);
  return { staged, problems: notes.map((why) => ({ at: own, why, isSkipped: false })) };
}

/** Maximum length of a list in a record; validating every entry of a much longer one would use up all memory. */
const MOST_ENTRIES = 200_000;

function hasLongList(document: RawDocument): boolean {
  const { facts } = document;
  const values = [document, typeof facts === 'object' && facts !== null ? facts : {}];
  return values
    .flatMap((it): unknown[] => Object.values(it))
    .some((value) => Array.isArray(value) && value.length > MOST_ENTRIES);
}

/** Returns a document as JSON, or undefined if it is nested too deeply to be serialized, as no valid document is. */
function textOf(document: RawDocument): string | undefined {
  try {
    return JSON.stringify(document);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const nameless = { id: 0, slug: '', repoUrl: null, modifiedAt: 0 };

function describe(object: Record<string, unknown>, kind: string, at: string): string {
  const named = z.object({ id: z.number(), slug: z.string() }).safeParse(object).data;
  return named
    ? `${kind} ${named.id} ${JSON.stringify(named.slug.slice(0, 60))}`
    : `${at}, ${kind}`;
}

const MOST_FAULTS = 5;

/** Lists errors by field and rule, such as `repo_url: must be an http or https address; created: Invalid input`. */
function faultsOf({ issues }: z.ZodError): string {
  const faults = issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  const more = faults.length > MOST_FAULTS ? [`and ${faults.length - MOST_FAULTS} more`] : [];
  return [...faults.slice(0, MOST_FAULTS), ...more].join('; ');
}
