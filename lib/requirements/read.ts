import { refuse, skip, type Entry } from './entry';
import { readItem } from './item';
import { listItems } from './items';

/**
 * Parses a pip requirements file: one entry per line, or several if commas separate requirements on a line. Every line gets an entry: blank
 * lines, comments, options and repetitions are skipped, and whatever can't be parsed is refused with a reason.
 */
export function readRequirements(text: string): Entry[] {
  return listItems(text).map(({ content, ...place }) => ({
    ...place,
    ...('requirement' in content ? readItem(content.requirement) : content),
  }));
}

/** Parses one requirement. Several, separated by commas or lines, are refused. */
export function readRequirement(text: string): Entry {
  const [only, ...others] = readRequirements(text);
  const place = { line: 1, lastLine: 1, text };
  if (only === undefined) return { ...place, ...skip('blank line') };
  return others.length === 0 ? only : { ...place, ...refuse('More than one requirement') };
}

interface Size {
  /** How many there are, including those that can't be parsed. */
  requirements: number;
  /** Their total length, without options and comments. */
  characters: number;
}

/** Measures text before it is parsed, at a fraction of the cost. */
export function sizeOfRequirements(text: string): Size {
  const requirements = listItems(text).flatMap(({ content }) =>
    'requirement' in content ? [content.requirement.length] : [],
  );
  const characters = requirements.reduce((sum, length) => sum + length, 0);
  return { requirements: requirements.length, characters };
}
