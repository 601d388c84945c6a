import { isAddress, readAddress } from './address';
import { refuse, requirement, skip, type ParsedItem } from './entry';
import { readFileName } from './file-name';
import { normalizeName } from './name';
import { readPackageUrl } from './package-url';
import { readSpecification } from './specification';

/** In characters; longer than any real requirement. Some of the patterns here take quadratic time. */
const LONGEST_REQUIREMENT = 1000;

const control = /[\0-\x08\x0e-\x1f\x7f-\x9f]/;
/** `name[extras] @ address` */
const direct = /^([a-z\d][\w.-]*\s*(?:\[[^[\]]*\])?)\s*@\s*(\S.*)$/i;
/** A row of pip list: name, version, and the path of an editable project. */
const ofTable = /^([a-z\d][\w.-]*) v?(\d[\w.+!-]*)(?: (?:[/~]|[a-z]:\\).*)?$/i;
const localPath = /^(?:[./~]|[a-z]:[\\/]|[\w.-]*[/\\])/i;

/** Zero-width characters, which are often included in text copied from a web page. */
const invisible = /[\u200b\u2060\ufeff]/g;

/** Parses one requirement: a name with specifiers, a URL, a file or a package URL. */
export function readItem(written: string): ParsedItem {
  const text = written.replace(invisible, '').replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST_REQUIREMENT) {
    return refuse(`Longer than ${LONGEST_REQUIREMENT} characters`);
  }
  if (control.test(text)) return refuse('Contains control characters');
  if (/^pkg:/i.test(text)) return readPackageUrl(text);
  const { target, marker } = splitMarker(text);
  if (isAddress(target)) return readTarget(target, marker);
  const [, head, address] = direct.exec(target) ?? [];
  if (head !== undefined && address !== undefined) return readDirect(head, address, marker);
  if (/^package version\b/i.test(text)) return skip('table heading');
  return readFileName(target) ?? (localPath.test(target) ? skip('local path') : readNamed(text));
}

/** Splits a marker off a URL or path, where only a semicolon after whitespace begins one. */
function splitMarker(text: string): { target: string; marker: string } {
  const at = text.search(/\s;/);
  return at < 0
    ? { target: text, marker: '' }
    : { target: text.slice(0, at), marker: text.slice(at) };
}

function readNamed(text: string): ParsedItem {
  const [, name, version] = ofTable.exec(text) ?? [];
  if (name !== undefined) {
    return requirement({ name: normalizeName(name), specifier: `==${version ?? ''}` });
  }
  return readSpecification(text);
}

/** The name before a URL takes precedence over one within it. */
function readDirect(head: string, address: string, marker: string): ParsedItem {
  const named = readSpecification(head + marker);
  if (named.kind !== 'read' || !isAddress(address)) return named;
  const target = readTarget(address, '');
  if (target.kind === 'refused') return target;
  return target.kind === 'read' ? { ...named, url: target.url } : named;
}

function readTarget(address: string, marker: string): ParsedItem {
  if (/\s/.test(address))
    return refuse(`Unexpected text after "${address.split(' ', 1)[0] ?? ''}"`);
  const target = readAddress(address);
  if (marker === '' || target.kind !== 'read') return target;
  const marked = readSpecification(`x${marker}`);
  return marked.kind === 'read' ? { ...target, marker: marked.marker } : marked;
}
