import { describe, expect, test } from 'vitest';
import { cellText } from '@/components/tables/cell-text';
import { jsonMarkup } from '@/lib/api/browsable/json-markup';
import { readCell } from '@/lib/comparison/cell';
import { csvRow } from '@/lib/text/csv';
import { evidenceAddress } from '@/lib/comparison/evidence';
import { hostName, profilePage, webAddress, withoutCredentials } from '@/lib/text/links';
import { plain } from '@/lib/llms/markdown';
import { markup } from '@/lib/text/markup';
import { renderable } from '@/lib/open-graph/letters';
import { isPypiName, nameInPypiAddress, pypiNameOf } from '@/lib/package/pypi-name';
import { addressKey } from '@/lib/search/address-key';
import { markWords } from '@/lib/search/marks';
import { readQuery } from '@/lib/search/query';
import { keysOf, tokensOf } from '@/lib/search/tokens';
import { link } from '@/lib/import/fields';
import { UnreadableText } from '@/lib/import/problem';
import { documentsIn } from '@/lib/import/read-text';
import { checkDocuments } from '@/server/import-export/import/stage';
import { plainPackage } from '@/tests/tools/v4-documents';

/** In characters: at this length, quadratic work takes ten times the bound. */
const LENGTH = 200_000;

const repeated = (part: string, end = '') =>
  part.repeat(Math.ceil((LENGTH - end.length) / part.length)) + end;

/** Inputs that cause quadratic backtracking in careless regular expressions. */
const hostile: [string, string][] = [
  ['one letter', repeated('a')],
  ['one digit', repeated('1')],
  ['capitals and small letters', repeated('aB')],
  ['blanks', repeated(' ', 'x')],
  ['line ends', repeated('\n', 'x')],
  ['blanks and line ends', repeated(' \n', 'x')],
  ['opened tags', repeated('<')],
  ['opened blocks', repeated('<pre ')],
  ['blocks without an end', repeated('<pre>')],
  ['blocks that hold nothing', repeated('<pre></pre>')],
  ['one block of opened tags', `<pre>HTTP ${repeated('<')}</pre>`],
  ['status lines', repeated('HTTP 200 OK\n', 'x')],
  ['a status line and headers', `HTTP 200 OK\n${repeated('a: b\n', 'x')}`],
  ['a status line and line ends', `HTTP 200 OK\n${repeated('\n', 'x')}`],
  ['opened brackets', repeated('[')],
  ['opened objects', repeated('{"a":')],
  ['quotation marks', repeated('"')],
  ['slashes', repeated('/', 'x')],
  ['dots', repeated('.', 'x')],
  ['dots with letters', repeated('a.')],
  ['signs of addresses', repeated('@?#', '\n')],
  ['an address of signs', `https://example.org/a/${repeated('@', '\n')}`],
  ['an address of stops', `https://example.org/${repeated('.', ' ')}`],
  ['beginnings of addresses', repeated('http://')],
  ['links to records', repeated('/categories/1?', '\n')],
  ['user names', `https://${repeated('a@')}`],
  ['minus and plus', repeated('+-')],
  ['plus alone', repeated('+')],
  ['yes and blanks', `yes${repeated(' ', 'x')}`],
  ['an address of PyPI', `https://pypi.org/project/${repeated('a-')}`],
  ['words', repeated('word ')],
  ['emoji', repeated('🚀')],
  ['accents', repeated('e\u0301')],
];

const nowhere = (error: unknown) => {
  if (!(error instanceof UnreadableText)) throw error;
};

/** Ignores errors that a parser deliberately throws for invalid input. */
const refusing = (read: (text: string) => unknown) => (text: string) => {
  try {
    return read(text);
  } catch (error) {
    nowhere(error);
    return undefined;
  }
};

const readers: Record<string, (text: string) => unknown> = {
  documentsIn: refusing(documentsIn),
  checkDocuments: (text) =>
    checkDocuments(
      [
        { ...plainPackage, category: text, grids: [text], pypi_url: text },
        {
          ...plainPackage,
          ...{ repo_url: text, slug: text, title: text, repo_description: text },
          ...{ documentation_url: text, participants: [text, text], created: text },
        },
      ],
      'here',
    ),
  link: (text) => link('categories').safeParse(text),
  tokensOf,
  keysOf: (text) => keysOf(text.slice(0, 1000)),
  readQuery,
  addressKey,
  markWords: (text) => markWords(text, [[['word']]]),
  markup: (text) => markup`${text}`,
  cellText,
  readCell,
  jsonMarkup,
  csvRow: (text) => csvRow([text, text]),
  plain,
  evidenceAddress: (text) => evidenceAddress('https://github.com/acme/acme', 'abcdef0', text),
  renderable,
  webAddress,
  hostName: (text) => hostName(webAddress(text) ?? 'https://example.org'),
  profilePage: (text) => [profilePage('https://gitlab.com/a/b', text), profilePage(text, 'a')],
  withoutCredentials,
  pypiName: (text) => [isPypiName(text), nameInPypiAddress(text), pypiNameOf(text)],
};

const TRIES = 3;

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Time to visit each character of a text once, on this machine under its current load. */
const onceThrough = new Map<string, number>();

function timeOnceThrough(text: string): number {
  const time = timeOf(() => JSON.stringify(Array.from(text, (letter) => letter.codePointAt(0))));
  onceThrough.set(text, time);
  return time;
}

/**
 * Reads a text, again if it took too long: other programs may be running, so the best of a few tries counts, each against a freshly
 * measured bound.
 *
 * @returns milliseconds over the bound, negative within it
 */
function excess(read: (text: string) => unknown, text: string): number {
  let known = onceThrough.get(text);
  let least = Infinity;
  for (let tries = 0; tries < TRIES && least >= 0; tries += 1) {
    const bound = 300 + 25 * (known ?? timeOnceThrough(text));
    least = Math.min(least, timeOf(() => read(text)) - bound);
    known = undefined;
  }
  return least;
}

describe.each(Object.entries(readers))('%s', (_, read) => {
  test.each(hostile)(
    'handles 200,000 characters of %s in linear time',
    (_name, text) => {
      expect(excess(read, text)).toBeLessThan(0);
    },
    120_000,
  );
});
