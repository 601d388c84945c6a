import { requirement, type Project } from './entry';
import { normalizeName } from './name';

/** `name-version(-build)-python-abi-platform.whl` */
const wheel = /^([a-z\d][\w.]*)-(\d[^-]*)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/i;
/** `name-version.tar.gz`; the version begins at the last hyphen before a digit. */
const source = /^([a-z\d][\w.-]*)-(\d[\w.+!%-]*)\.(?:zip|tgz|tbz|tar|tar\.(?:gz|bz2|xz|lzma|Z))$/i;

/** The project and version in the name of a wheel or source archive; undefined for other files. */
export function readFileName(path: string): Project | undefined {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const [, name, version = ''] = wheel.exec(file) ?? source.exec(file) ?? [];
  if (name === undefined) return undefined;
  return requirement({
    name: normalizeName(name),
    specifier: `==${version.replace(/%2b/i, '+')}`,
  });
}
