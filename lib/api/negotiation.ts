import { notAcceptable, notFound, type Answer } from './answers';

/** The formats on offer; where a client takes both alike, it gets the first. */
const formats = [
  { name: 'json', main: 'application', sub: 'json' },
  { name: 'api', main: 'text', sub: 'html' },
] as const;

type Format = (typeof formats)[number];

/** How an answer is to be written. */
export interface Rendering {
  format: Format['name'];
  /** Spaces a level; 0 for one line. */
  indent: number;
}

interface MediaType {
  main: string;
  sub: string;
  params: Map<string, string>;
}

/**
 * Chooses by the format that an address names, behind its path or in its query, and then by the Accept header, or gives the answer
 * that says why neither will do.
 */
export function negotiate(format: string | undefined, accept: string | null): Rendering | Answer {
  const offered = format ? formats.filter((it) => it.name === format) : formats;
  if (offered.length === 0) return notFound();

  // The reference looks at how exact a type is and not at its q.
  const accepted = (accept ?? '*/*').split(',').map(parseMediaType);
  for (const precision of [3, 2, 1, 0]) {
    const wanted = accepted.filter((it) => precisionOf(it) === precision);
    for (const { name, main, sub } of offered) {
      const match = wanted.find((it) => meets(main, it.main) && meets(sub, it.sub));
      if (match) return { format: name, indent: name === 'json' ? indentOf(match) : 0 };
    }
  }
  return notAcceptable();
}

function meets(part: string, wanted: string): boolean {
  return wanted === '*' || wanted === part;
}

function parseMediaType(text: string): MediaType {
  const [type = '', ...params] = text.split(';').map((part) => part.trim());
  const [main = '', sub = ''] = type.toLowerCase().split('/');
  const pairs = params.map((param): [string, string] => {
    const [name = '', value = ''] = param.split('=');
    return [name.trim().toLowerCase(), value.trim().replaceAll('"', '')];
  });
  return { main, sub, params: new Map(pairs) };
}

function precisionOf({ main, sub, params }: MediaType): number {
  if (main === '*') return 0;
  if (sub === '*') return 1;
  return [...params.keys()].every((name) => name === 'q') ? 2 : 3;
}

/** `application/json; indent=4` asks for lines, eight spaces at most. */
function indentOf({ params }: MediaType): number {
  const indent = params.get('indent') ?? '';
  return /^\d+$/.test(indent) ? Math.min(Number(indent), 8) : 0;
}
