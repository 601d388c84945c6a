import { z } from 'zod';
import { referenceFaults } from './references';
import { catalogue, type CatalogueFile } from './shape';

const MOST_FAULTS = 10;

/** An invalid catalogue file; the message gives record, field and rule for up to ten errors. */
export class CatalogueError extends Error {
  override name = 'CatalogueError';

  constructor(faults: string[], count = faults.length) {
    const more = count > MOST_FAULTS ? `\n(${count - MOST_FAULTS} more)` : '';
    super(`The catalogue file can't be used:\n${faults.slice(0, MOST_FAULTS).join('\n')}${more}`);
  }
}

/** Parses and validates a catalogue file, including cross-references. Throws CatalogueError. */
export function parseCatalogue(text: string): CatalogueFile {
  const json = readJson(text);
  const parsed = catalogue.safeParse(json);
  if (!parsed.success) {
    const { issues } = parsed.error;
    // Locating an error searches the whole file again.
    const shown = issues.slice(0, MOST_FAULTS);
    throw new CatalogueError(
      shown.map((issue) => `${describe(json, issue.path)}: ${issue.message}`),
      issues.length,
    );
  }
  const faults = referenceFaults(parsed.data);
  if (faults.length > 0) throw new CatalogueError(faults);
  return parsed.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CatalogueError([error instanceof Error ? error.message : String(error)]);
  }
}

/** Describes where an error is, with the record's slug if it has one, such as `packages[12] "django-q", repo_watchers`. */
function describe(json: unknown, path: PropertyKey[]): string {
  const [list, index, ...field] = path.map(String);
  if (index === undefined) return String(list);
  const record = z.object({ slug: z.string() }).safeParse(member(member(json, list), index));
  const name = record.success ? ` "${record.data.slug}"` : '';
  const inside = field.length > 0 ? `, ${field.join('.')}` : '';
  return `${String(list)}[${index}]${name}${inside}`;
}

function member(value: unknown, key: string | undefined): unknown {
  const holder = z.record(z.string(), z.unknown()).or(z.array(z.unknown())).safeParse(value);
  if (!holder.success || key === undefined) return undefined;
  return Object.entries(holder.data).find(([name]) => name === key)?.[1];
}
