import { z } from 'zod';
import { referenceFaults } from './catalogue-references';
import { catalogue, type CatalogueFile } from './catalogue-shape';

/** A catalogue file that breaks a rule; the message names record, field and rule of up to ten faults. */
export class CatalogueError extends Error {
  override name = 'CatalogueError';

  constructor(faults: string[]) {
    const more = faults.length > 10 ? `\n(${faults.length - 10} more)` : '';
    super(`The catalogue file can't be used:\n${faults.slice(0, 10).join('\n')}${more}`);
  }
}

/** Reads a catalogue file, its cross references included. Throws CatalogueError. */
export function parseCatalogue(text: string): CatalogueFile {
  const json = readJson(text);
  const parsed = catalogue.safeParse(json);
  if (!parsed.success) {
    throw new CatalogueError(
      parsed.error.issues.map((issue) => `${describe(json, issue.path)}: ${issue.message}`),
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

/** `packages[12] "django-q", repo_watchers`: where a fault is, by the record's slug where it has one. */
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
