import spdx from 'spdx-license-list';

/** Normalizes a license name, removing common differences in spelling. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('licence', 'license')
    .replace(/["'(),]/g, ' ')
    .replace(/\b(the|version|revised|or)\b(?! later)/g, ' ')
    .replace(/\bv(?=\d)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

// If two identifiers share a name, such as GPL-3.0 and GPL-3.0-only, the longer one is current; it comes last and so wins in the map.
const byLength = (a: string, b: string) => a.length - b.length;
const fullNames = Object.keys(spdx)
  .sort(byLength)
  .map((id) => [plain(spdx[id]?.name ?? id), id] as const);

const shortNames: Record<string, string[]> = {
  MIT: ['expat', 'mit license mit', 'mit/expat'],
  'Apache-2.0': ['apache 2.0', 'apache 2', 'apache2', 'apache-2', 'asl 2.0'],
  'BSD-2-Clause': ['bsd 2-clause', '2-clause bsd', 'simplified bsd'],
  'BSD-3-Clause': ['bsd 3-clause', '3-clause bsd', 'new bsd', 'modified bsd'],
  'MPL-2.0': ['mpl 2.0', 'mpl 2', 'mpl2', 'mozilla public license 2.0 mpl 2.0'],
  ISC: ['isc license iscl'],
  Unlicense: ['unlicense unlicense'],
  'CC0-1.0': ['cc0', 'cc0 1.0 universal cc0 1.0 public domain dedication'],
};

const names = new Map([
  ...fullNames,
  ...Object.entries(shortNames).flatMap(([id, all]) => all.map((name) => [name, id] as const)),
]);

/** `GPLv3+`, `GNU General Public License v3 or later (GPLv3+)`. */
const gnu =
  /^(?:gnu )?(?:(affero|lesser|library lesser) )?(?:general public license|([al]?)gpl) ?v?(\d(?:\.\d)?)( or later|\+)?(?: [al]?gplv?\d(?:\.\d)?\+?)?$/;

const letters: Record<string, string> = {
  affero: 'A',
  lesser: 'L',
  'library lesser': 'L',
  a: 'A',
  l: 'L',
};

/** The SPDX identifier for a license's name or trove classifier; undefined if it is ambiguous or unknown. */
export function namedLicense(text: string): string | undefined {
  const name = plain(text.split('::').at(-1) ?? '');
  return names.get(name) ?? names.get(name.replace(/ license$/, '')) ?? gnuLicence(name);
}

function gnuLicence(name: string): string | undefined {
  const [, words = '', letter = '', number, later] = gnu.exec(name) ?? [];
  if (number === undefined) return undefined;
  const version = number.includes('.') ? number : `${number}.0`;
  const id = `${letters[words || letter] ?? ''}GPL-${version}-${later === undefined ? 'only' : 'or-later'}`;
  return Object.hasOwn(spdx, id) ? id : undefined;
}
