import { isOfNext, isOurs, LONGEST_BEGINNING } from './scripts';

/** A piece of a document that may have to go, and whether it has; or it tells why the whole document must be left as it is. */
interface Part {
  start: number;
  end: number;
  verdict: 'keep' | 'drop' | { reason: string };
}

type Read = Omit<Part, 'start'>;

/** Pieces that begin alike. `after` is where the beginning ends. */
interface Kind {
  beginning: Buffer;
  read: (document: Buffer, after: number) => Read;
}

/** Where React would put what comes late; in a finished document nothing has come late. */
const NO_LATECOMERS = Buffer.from('<div hidden=""><!--$--><!--/$--></div>');

const kinds: Kind[] = [
  { beginning: NO_LATECOMERS, read: (_, after) => ({ verdict: 'drop', end: after }) },
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

/** Says where a beginning stands next; it looks for it again only when that place has been passed. */
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

const LATE = { reason: 'parts of it come late, or a script has no end' };
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

/** Marks that React leaves between texts and around what is there, and those around what is not there yet. */
const MARK = /^(?: |\/?\$)-->/;
const LATE_MARK = /^\$[?!~]/;
const LONGEST_MARK = '/$-->'.length;

function readComment(document: Buffer, after: number): Read {
  const text = textOf(document, after, after + LONGEST_MARK);
  const mark = MARK.exec(text)?.[0];
  if (mark !== undefined) return { verdict: 'drop', end: after + mark.length };
  return { verdict: LATE_MARK.test(text) ? LATE : 'keep', end: after };
}

/** The rest of a tag behind its name; undefined where the name goes on. */
function tagAt(document: Buffer, after: number): { attributes: string; end: number } | undefined {
  const close = document.indexOf('>', after);
  const attributes = textOf(document, after, close);
  return /^\w/.test(attributes) ? undefined : { attributes, end: close + 1 };
}

const textOf = (document: Buffer, from: number, to: number) =>
  document.toString('latin1', from, to);
