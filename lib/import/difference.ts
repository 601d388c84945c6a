type Columns = Record<string, unknown>;

/** Returns the keys whose wanted values differ from the local ones, and a description of each change. */
export function difference(local: Columns, wanted: Columns) {
  const entries = Object.entries(wanted).filter(
    ([key, value]) => value !== undefined && !isSame(local[key], value),
  );
  return {
    changed: new Set(entries.map(([key]) => key)),
    details: entries.map(([key, value]) => `${labelOf(key)}: ${show(local[key])} → ${show(value)}`),
  };
}

/** Compares column values: strings, numbers, and lists of them. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a value may mean unknown: null, undefined, an empty string or an empty list. */
export function isUnknown(value: unknown): boolean {
  return value === null || value === undefined || value === '' || isSame(value, []);
}

/** Converts `repoWatchers` to `repo_watchers`. */
function labelOf(key: string): string {
  return key.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
}

const LONGEST = 60;

function show(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
