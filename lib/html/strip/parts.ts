import { isOfNext, isOurs, LONGEST_BEGINNING } from './scripts';

/** A piece of a document and whether to remove it, or the reason why the whole document must be left unchanged. */
interface Part {
  start: number;
  end: number;
  verdict: 'keep' | 'drop' | { reason: string };
}

type Read = Omit<Part, 'start'>;

/** A kind of piece, recognized by how it begins; `after` is where that beginning ends. */
interface Kind {
  beginning: Buffer;
  read: (document: Buffer, after: number) => Read;
}

/** React's placeholder for content that arrives late; in a complete document it is empty. */
const NO_LATE_CONTENT = Buffer.from('<div hidden=""><!--$--><!--/$--></div>');

const kinds: Kind[] = [
  { beginning: NO_LATE_CONTENT, read: (_, after) => ({ verdict: 'drop', end: after }) },
  { beginning: Buffer.from('<script'), read: readScript },
  { beginning: Buffer.from('<link'), read: readLink },
  { beginning: Buffer.from('<template'), read: readTemplate },
  { beginning: Buffer.from('<!--'), read: readComment },
];

/** The pieces of a document, from its first to its last. */
export function* partsOf(document: Buffer): Generator<Part> {
  const seekers = kinds.map(({ beginning }) => seekerOf(document, beginning));
  for (let at = 0; ;) {
    const starts = seekers.map((seek) => seek(at));
    const start = Math.min(...starts);
    const kind = kinds[starts.indexOf(start)];
    if (start === Number.POSITIVE_INFINITY || !kind) return;
    const part = { start, ...kind.read(document, start + kind.beginning.length) };
    yield part;
    at = part.end;
  }
}

/** Returns a function that finds the next occurrence of a beginning; it searches again only once that has been passed. */
function seekerOf(document: Buffer, beginning: Buffer): (from: number) => number {
  let place = -1;
  return (from) => {
    if (place < from) {
      const found = document.indexOf(beginning, from);
      place = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    return place;
  };
}

const LATE = { reason: 'parts of it arrive late, or a script is not closed' };
const UNKNOWN = { reason: 'it has an unknown script' };
const END_OF_SCRIPT = Buffer.from('</script>');

function readScript(document: Buffer, after: number): Read {
  const tag = tagAt(document, after);
  if (!tag) return { verdict: 'keep', end: after };
  const close = document.indexOf(END_OF_SCRIPT, tag.end);
  if (close < 0) return { verdict: LATE, end: tag.end };
  const text = textOf(document, tag.end, Math.min(close, tag.end + LONGEST_BEGINNING));
  const script = { attributes: tag.attributes, text };
  const end = close + END_OF_SCRIPT.length;
  if (isOfNext(script)) return { verdict: 'drop', end };
  return { verdict: isOurs(script) ? 'keep' : UNKNOWN, end };
}

function readLink(document: Buffer, after: number): Read {
  const tag = tagAt(document, after);
  if (!tag) return { verdict: 'keep', end: after };
  return { verdict: isPreloadOfScript(tag.attributes) ? 'drop' : 'keep', end: tag.end };
}

const isPreloadOfScript = (attributes: string) =>
  /\shref="\/_next\//.test(attributes) &&
  (/\srel="modulepreload"/.test(attributes) ||
    (/\srel="preload"/.test(attributes) && /\sas="script"/.test(attributes)));

function readTemplate(document: Buffer, after: number): Read {
  return { verdict: tagAt(document, after) ? LATE : 'keep', end: after };
}

/** Comments that React writes between texts, around complete content and around pending content. */
const MARK = /^(?: |\/?\$)-->/;
const LATE_MARK = /^\$[?!~]/;
const LONGEST_MARK = '/$-->'.length;

function readComment(document: Buffer, after: number): Read {
  const text = textOf(document, after, after + LONGEST_MARK);
  const mark = MARK.exec(text)?.[0];
  if (mark !== undefined) return { verdict: 'drop', end: after + mark.length };
  return { verdict: LATE_MARK.test(text) ? LATE : 'keep', end: after };
}

/** The rest of a tag after its name; undefined if the name is longer. */
function tagAt(document: Buffer, after: number): { attributes: string; end: number } | undefined {
  const close = document.indexOf('>', after);
  const attributes = textOf(document, after, close);
  return /^\w/.test(attributes) ? undefined : { attributes, end: close + 1 };
}

const textOf = (document: Buffer, from: number, to: number) =>
  document.toString('latin1', from, to);
