import { z } from 'zod';
import type { StagedDocument } from '@/db/writes/staging';
import { documentOf, kindOf } from './incoming';
import type { Problem } from './problem';

const anyObject = z.looseObject({});

/** Documents of one page or file, sorted into those that are in order and what is wrong with the others. */
export interface Checked {
  documents: StagedDocument[];
  problems: Problem[];
}

/** Holds documents against the rules of their kind; `place` says where they stand. */
export function checkDocuments(documents: unknown[], place: string): Checked {
  const checked: Checked = { documents: [], problems: [] };
  for (const [index, document] of documents.entries()) {
    const at = documents.length > 1 ? `${place}, document ${index + 1}` : place;
    const outcome = checkDocument(document, at);
    if ('why' in outcome) checked.problems.push(outcome);
    else checked.documents.push(outcome);
  }
  return checked;
}

function checkDocument(document: unknown, at: string): StagedDocument | Problem {
  const object = anyObject.safeParse(document).data;
  if (object === undefined) return { at, why: 'is no JSON object', isLeftOut: true };
  const kind = kindOf(object);
  if (kind === undefined) {
    return { at, why: 'is no document of a package, a grid or a category', isLeftOut: true };
  }
  const parsed = documentOf[kind].safeParse(object);
  if (!parsed.success)
    return { at: describe(object, kind, at), why: faultsOf(parsed.error), isLeftOut: true };
  const it = parsed.data;
  if (!('id' in it)) {
    return { ...nameless, kind: 'catalogue', isWhole: true, document: JSON.stringify(object) };
  }
  return {
    kind: kind === 'catalogue' ? 'category' : kind,
    id: it.id,
    slug: it.columns.slug,
    repoUrl: 'repoUrl' in it.columns ? it.columns.repoUrl : null,
    modifiedAt: it.columns.modifiedAt,
    isWhole: 'whole' in it && it.whole !== undefined,
    document: JSON.stringify(object),
  };
}

const nameless = { id: 0, slug: '', repoUrl: null, modifiedAt: 0 };

function describe(object: Record<string, unknown>, kind: string, at: string): string {
  const named = z.object({ id: z.number(), slug: z.string() }).safeParse(object).data;
  return named ? `${kind} ${named.id} ${JSON.stringify(named.slug)}` : `${at}, ${kind}`;
}

const MOST_FAULTS = 5;

/** `repo_url: must be an http or https address; created: Invalid input`: by field and rule. */
function faultsOf({ issues }: z.ZodError): string {
  const faults = issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  const more = faults.length > MOST_FAULTS ? [`and ${faults.length - MOST_FAULTS} more`] : [];
  return [...faults.slice(0, MOST_FAULTS), ...more].join('; ');
}
