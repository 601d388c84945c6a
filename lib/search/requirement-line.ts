import type { Project } from '@/lib/requirements/entry';
import { readRequirement } from '@/lib/requirements/read';

type Named = Pick<Project, 'name' | 'url'>;

/** Maximum length in characters; no requirement is longer, and parsing takes time. */
const LONGEST = 500;

/** Install commands that precede a requirement. */
const command =
  /^(?:\$ )?(?:python3? -m )?(?:(?:uv )?pip3? install|pipenv install|(?:uv|poetry|pdm) add)\s+(?:-U\s+|--upgrade\s+)?/;

/** A list item in Python or TOML. */
const quoted = /^(["'])(.*)\1,?$/;

/** Syntax that a plain search doesn't contain: a version, extras, a marker, a URL or a comment. */
const telling = /[=<>~![;@]|\s#|^pkg:|:\/\/|^-e\s|\s\d+(?:\.\d+)+$/;

/** A Poetry or Pipenv dependency; its version or table isn't parsed, since only the project's name is needed. */
const tomlDependency = /^([a-z\d](?:[\w.-]*[a-z\d])?)\s*=\s*(?:["'].*["']|\{.*\})$/i;

/** The project of a requirement pasted as a search; undefined for anything else, such as a plain name. */
export function requirementIn(text: string): Named | undefined {
  if (text.length > LONGEST) return undefined;
  const required = text.replace(command, '');
  const line = required.replace(quoted, '$2');
  if (required === text && !telling.test(line)) return undefined;
  const toml = tomlDependency.exec(line)?.[1];
  const entry = toml === undefined ? readRequirement(line) : readRequirement(toml);
  return entry.kind === 'read' ? entry : undefined;
}
