import { refuse, skip, type Note, type Place } from './entry';
import { logicalLines, type LogicalLine } from './lines';
import { editableTarget, readOption, withoutOptions } from './options';

/** A line, or one of several requirements that share a line. */
interface Item extends Place {
  /** The requirement to parse, or why there is none. */
  content: { requirement: string } | Note;
}

/** Splits text into items. Every line yields at least one. */
export function listItems(text: string): Item[] {
  const seen = new Set<string>();
  return logicalLines(text).flatMap(({ line, lastLine, ...logical }) =>
    itemsOf(logical).map(({ text, content }) => {
      const requirement = 'requirement' in content ? content.requirement : undefined;
      const isRepeated = requirement !== undefined && seen.has(requirement);
      if (requirement !== undefined) seen.add(requirement);
      return { line, lastLine, text, content: isRepeated ? skip('repeated') : content };
    }),
  );
}

type Unplaced = Omit<Item, 'line' | 'lastLine'>;

function itemsOf({ text, commentAt }: Pick<LogicalLine, 'text' | 'commentAt'>): Unplaced[] {
  const bare = text.slice(0, commentAt);
  if (bare === '') return [{ text, content: skip(text === '' ? 'blank line' : 'comment') }];
  // What pip list prints below its heading.
  if (/^-[\s-]+$/.test(bare)) return [{ text, content: skip('table heading') }];
  const target = editableTarget(bare);
  if (target === undefined && bare.startsWith('-')) return [{ text, content: readOption(bare) }];

  const required = withoutOptions(bare);
  const comment = required === bare ? text.slice(commentAt) : '';
  if (target !== undefined) {
    return [{ text: required + comment, content: { requirement: withoutOptions(target) } }];
  }
  const items = splitAtCommas(required, comment);
  return items.length > 0 ? items : [{ text, content: refuse('Expected the name of a project') }];
}

/**
 * A requirement up to the comma that ends it. Commas within brackets or quotes, or before a version specifier, belong to it, as in
 * `celery[redis,auth]>=4,<6`; unbalanced brackets and quotes are ordinary characters.
 */
const whole = /(?:\[[^[\]]*\]|\([^()]*\)|"[^"]*"|'[^']*'|,(?=\s*[<>=!~])|[^,])+/g;

/** The requirements of a line; the text of the last one includes the line's comment. */
function splitAtCommas(line: string, comment: string): Unplaced[] {
  const parts = [...line.matchAll(whole)]
    .map(([part]) => part)
    .filter((part) => part.trim() !== '');
  return parts.map((part, index) => ({
    text: (index < parts.length - 1 ? part : part + comment).trim(),
    content: { requirement: part.trim() },
  }));
}
