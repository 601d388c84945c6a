/** Where an entry is in the text. */
export interface Place {
  /** Number of its first line, counted from 1. */
  line: number;
  /** Number of its last line, if backslashes continue it. */
  lastLine: number;
  /** The entry as written, without options after a requirement, such as hashes. */
  text: string;
}

/** A required project. At least one of `name` and `url` is known. */
export interface Requirement extends Place {
  kind: 'read';
  /** Normalized by PEP 503; null if only a URL is given. */
  name: string | null;
  extras: string[];
  /** Version specifiers, such as `>=4,<6`. Null if any version is allowed. */
  specifier: string | null;
  /** The environment marker as written: `python_version < "3.9"`. */
  marker: string | null;
  /** URL of the repository or file, without credentials, revision and fragment. */
  url: string | null;
}

/** A line that is valid but names no project to look up. */
interface SkippedEntry extends Place {
  kind: 'skipped';
  reason: string;
}

/** A line that can't be parsed. */
interface RefusedEntry extends Place {
  kind: 'refused';
  reason: string;
}

export type Entry = Requirement | SkippedEntry | RefusedEntry;

/** A requirement without its place. */
export type Project = Omit<Requirement, keyof Place>;

/** The result of parsing an item, without its place. */
export type ParsedItem = Project | Note;

/** Why an item is skipped or refused. */
export interface Note {
  kind: 'skipped' | 'refused';
  reason: string;
}

export const skip = (reason: string): Note => ({ kind: 'skipped', reason });

export const refuse = (reason: string): Note => ({ kind: 'refused', reason });

/** A requirement with defaults for the parts that are not given. */
export const requirement = (parts: Partial<Project>): Project => ({
  kind: 'read',
  name: null,
  extras: [],
  specifier: null,
  marker: null,
  url: null,
  ...parts,
});
