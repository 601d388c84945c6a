import { THEME_SCRIPT } from '../inline-scripts';

interface Script {
  attributes: string;
  /** Enough of its beginning to tell whose it is. */
  text: string;
}

const attribute = (attributes: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];

/** Types of data blocks that aren't Next's. */
const data = ['application/ld+json', 'speculationrules'];

/** Whether a script is one of the site's own, or data for machines. */
export function isOurs({ attributes, text }: Script): boolean {
  const source = attribute(attributes, 'src');
  if (source !== undefined) return text === '' && /^\/enhance(?!\w)/.test(source);
  const type = attribute(attributes, 'type');
  return type === undefined ? text === THEME_SCRIPT : data.includes(type);
}

/** How the scripts that Next and Turbopack write into a document begin. */
const beginnings = [
  'self.__next_f.push(',
  '(self.__next_f=self.__next_f||[]).push(',
  '(globalThis["TURBOPACK"] ||',
  '(globalThis["TURBOPACK"]||',
];

/** This many characters are enough to tell whose a script is. */
export const LONGEST_BEGINNING = Math.max(
  ...[...beginnings, THEME_SCRIPT].map(({ length }) => length),
);

/** Whether a script serves nothing but hydration. */
export function isOfNext({ attributes, text }: Script): boolean {
  const source = attribute(attributes, 'src');
  if (source !== undefined) return text === '' && source.startsWith('/_next/');
  return attribute(attributes, 'type') === undefined && isBeginningOfNext(text);
}

const isBeginningOfNext = (text: string) => beginnings.some((it) => text.startsWith(it));
