import { refuse, skip, type Note } from './entry';

/** The options that pip accepts in a requirements file, and the reason given for skipping each. */
const options: Record<string, string> = {
  '-r': 'requirements file',
  '--requirement': 'requirements file',
  '-c': 'constraints file',
  '--constraint': 'constraints file',
  '-i': 'package index',
  '--index-url': 'package index',
  '--extra-index-url': 'package index',
  '--pypi-url': 'package index',
  '--no-index': 'pip option',
  '-f': 'archive location',
  '--find-links': 'archive location',
  '--trusted-host': 'pip option',
  '--no-binary': 'pip option',
  '--only-binary': 'pip option',
  '--prefer-binary': 'pip option',
  '--require-hashes': 'pip option',
  '--pre': 'pip option',
  '--use-feature': 'pip option',
  '--process-dependency-links': 'pip option',
  '--hash': 'hash',
  '--config-settings': 'pip option',
  '--config-setting': 'pip option',
  '--global-option': 'pip option',
  '--install-option': 'pip option',
};

const editable = /^(?:-e|--editable)(?:\s*=\s*|\s+|(?=\S))(.*)$/;

/** The target of an editable install: the rest of the line after `-e`. Undefined for other lines. */
export const editableTarget = (line: string): string | undefined => editable.exec(line)?.[1];

/** Parses a line that begins with a hyphen. */
export function readOption(line: string): Note {
  const name = /^(?:--[a-z][\w-]*|-[a-z])/i.exec(line)?.[0] ?? '';
  const what = options[name];
  return what === undefined ? refuse(`Unknown option "${line.split(' ')[0] ?? ''}"`) : skip(what);
}

/** A requirement without its trailing options, such as hashes. */
export const withoutOptions = (line: string): string => line.replace(/\s--?[a-z].*$/i, '');
