import { notAcceptable, notFound, type Answer } from './answers';

/** Available formats; the first wins if a client accepts both equally. */
const formats = [
  { name: 'json', main: 'application', sub: 'json' },
  { name: 'api', main: 'text', sub: 'html' },
] as const;

type Format = (typeof formats)[number];

/** How a response is rendered. */
export interface Rendering {
  format: Format['name'];
  /** Spaces per level; 0 for one line. */
  indent: number;
}

interface MediaType {
  main: string;
  sub: string;
  params: Map<string, string>;
}

/**
 * Chooses a format by the suffix or query parameter of the URL, then by the Accept header. Returns a 404 or 406 response if no format
 * matches.
 */
export function negotiate(format: string | undefined, accept: string | null): Rendering | Answer {
  const offered = format ? formats.filter((it) => it.name === format) : formats;
  if (offered.length === 0) return notFound();

  // Like djangopackages.org: ranks by specificity and ignores q.
  const accepted = (accept ?? '*/*').split(',').map(parseMediaType);
  for (const precision of [3, 2, 1, 0]) {
    const wanted = accepted.filter((it) => precisionOf(it) === precision);
    for (const { name, main, sub } of offered) {
      const match = wanted.find((range) => meets(main, range.main) && meets(sub, range.sub));
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

/** Indentation requested by `application/json; indent=4`, at most 8 spaces. */
function indentOf({ params }: MediaType): number {
  const indent = params.get('indent') ?? '';
  return /^\d+$/.test(indent) ? Math.min(Number(indent), 8) : 0;
}
