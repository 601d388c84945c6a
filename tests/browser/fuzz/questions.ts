import type { Chance } from '@/tests/bench/random';
import { categories, grids, packages } from '../contract/catalogue';
import type { Question } from '../contract/ask';

/** Random requests to all versions of the API: about half of the paths exist, the rest are arbitrary. */

const LONG = 'x'.repeat(10_240);

const hostile = [
  ...[
    '%00',
    '%ff',
    '%E0%A4%A',
    '%zz',
    '%',
    '%25',
    '%2F',
    '%5C',
    '%2e%2e',
    '..',
    '.',
    '*',
    '~',
    '-',
  ],
  ...['-1', '0', '00', '1.5', '1e9', '0x10', '9'.repeat(30), 'NaN', 'null', 'undefined', 'true'],
  ...['__proto__', 'constructor', 'toString', '[x]', '{x}', '(x)', '$&', '%24%7B7*7%7D', ';', ','],
  ...["'", "'%20or%201=1--", '%22', '%3Cscript%3E', '%0d%0aX-Injected:1', 'a%20b', 'a+b', '@', '!'],
  ...['%F0%9F%90%8D', '%F0%9F%90', '%ED%A0%80', '\u00e9\u00ff', '%C3%A9', '%e2%80%a8', '%7F'],
  ...['.json', '.json.api', 'x.json', LONG, '%F0%9F%90%8D'.repeat(800), '%00'.repeat(3000)],
];

const slugs = [...packages, ...grids, ...categories].map(({ slug }) => slug);
const ids = [...packages, ...grids, ...categories].map(({ id }) => String(id));

const lists = ['packages', 'grids', 'categories'];
const v4Tails = ['', '', '', '/versions', '/health', '/table', '/nope', '/1'];
const v4Rest = ['', 'search', 'search', 'compare', 'check', 'openapi.json', 'nope', 'search/1'];
const v3Tails = ['', '', '', '/packages', '/nope'];
const ends = ['/', '/', '/', '/', '/', '', '.json', '.api', '.xml', '.JSON', '.json/', '//'];

function segment({ pick, isLucky }: Chance): string {
  return pick(isLucky(0.6) ? slugs : isLucky(0.5) ? ids : hostile);
}

function resource(chance: Chance, tails: string[], rest: string[]): string {
  const { pick, isLucky } = chance;
  if (isLucky(0.25)) return pick(rest);
  const list = isLucky(0.95) ? pick(lists) : pick(hostile);
  return isLucky(0.4) ? list : `${list}/${segment(chance)}${pick(tails)}`;
}

function path(chance: Chance): string {
  const { pick, isLucky } = chance;
  if (isLucky(0.05)) return `/api/v1/${segment(chance)}${pick(ends)}`;
  const [version, name] = isLucky(0.3)
    ? ['v3', resource(chance, v3Tails, ['', 'users', 'users/someone', 'nope'])]
    : ['v4', resource(chance, v4Tails, v4Rest)];
  return `/api/${version}/${name}${pick(ends)}`;
}

const numbers = ['0', '1', '2', '20', '500', '6000', '-1', '-20', '', '+5', '1e3', '99999999999'];
const words = [
  'celery',
  'django+q',
  'websockets',
  'task queue'.replace(' ', '%20'),
  '"',
  '%22a',
  'a*',
];

/** Likely values of each parameter, used besides arbitrary ones. */
const sensible = new Map(
  Object.entries({
    limit: numbers,
    offset: numbers,
    format: ['json', 'api', 'xml', '', 'JSON'],
    q: words,
    category: ['apps', 'projects', 'nope', ''],
    ordering: ['title', '-title', 'stars', '-created', 'id', 'nope', 'title,-id'],
    active: ['true', 'false', '1', '0', 'maybe', ''],
    modified_since: ['2026-01-01', '2026-01-01T00:00:00Z', '2026-13-45', 'yesterday', '0', ''],
    include: ['health', 'versions', 'nope', 'health,versions'],
    packages: [
      'celery',
      'celery,django-q',
      'django,nope',
      'https%3A%2F%2Fgithub.com%2Fcelery%2Fcelery',
      '',
    ],
    list_packages: ['1', ''],
    category__slug: ['apps'],
    x: ['1'],
  }),
);

const parameters = [...sensible.keys()];

function query(chance: Chance): string {
  const { pick, whole, isLucky } = chance;
  const pairs = Array.from({ length: whole(0, 4) }, () => {
    const name = isLucky(0.95) ? pick(parameters) : pick(hostile).slice(0, 40);
    // A request line has room for one long value.
    return `${name}=${isLucky(0.75) ? pick(sensible.get(name) ?? ['']) : pick(hostile).slice(0, 300)}`;
  });
  if (isLucky(0.03)) pairs.push(`${pick(parameters)}=${LONG}`);
  if (isLucky(0.02)) pairs.push(pick(['&&', '=', '=x', '?', '%', '%00=%00', 'limit', 'q[]=1']));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const accepts = [
  ...['application/json', 'application/json', '*/*', 'text/html', 'application/json; indent=4'],
  ...['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/xml', ''],
  ...[',,;;==', 'application/json; indent=999999999999', 'a/b;q=x', '/', '*', 'text/*;q=0'],
  ...[`application/json;${'a=b;'.repeat(500)}`, 'é', 'application/*, image/png'],
];

const others: Record<string, string[]> = {
  'If-None-Match': ['*', '"x"', 'W/"x"', '"', `"${'x'.repeat(2000)}"`, '"a", "b"'],
  'If-Modified-Since': ['Sat, 21 Nov 2026 10:00:00 GMT', 'yesterday', '0'],
  Origin: ['https://example.org', 'null', 'x'],
  Host: ['packages.test', 'evil/<x>', 'a b', '[::1]:80', '%00'],
  'X-Forwarded-For': ['1.2.3.4', 'x', '1.2.3.4, 5.6.7.8', '::1'],
  'X-Forwarded-Host': ['evil.example'],
  Cookie: ['sessionid=x', '=', ';;;', 'a=b; a=c'],
  Authorization: ['Basic x', 'Bearer x', 'Basic', ''],
  'Content-Type': ['application/json', 'multipart/form-data', 'x'],
  Range: ['bytes=0-10', 'bytes=-1', 'x'],
  'Accept-Language': ['de', '*', 'x'.repeat(500)],
  RSC: ['1'],
  'Next-Action': ['x'],
};

const otherNames = Object.keys(others);

function headers({ pick, isLucky }: Chance): Record<string, string> {
  const chosen: Record<string, string> = {};
  if (isLucky(0.75)) chosen['Accept'] = pick(accepts, 1.5);
  while (isLucky(0.3)) {
    const name = pick(otherNames);
    chosen[name] = pick(others[name] ?? []);
  }
  return chosen;
}

const methods = ['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'PURGE'];
const bodies = ['', '{}', '{"title":', 'a=b', '\0', LONG, '--x\r\n\r\n', '<?xml version="1.0"?>'];

export function randomQuestion(chance: Chance): Question {
  const { pick, isLucky } = chance;
  const method = isLucky(0.75) ? 'GET' : pick(methods);
  const asked = { method, path: path(chance) + query(chance), headers: headers(chance) };
  return ['POST', 'PUT', 'PATCH'].includes(method) ? { ...asked, body: pick(bodies) } : asked;
}
