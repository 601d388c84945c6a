import { z } from 'zod';
import type { Answer, Question } from '../contract/ask';

/** Every error of version 4, and of the server before it knows the version. */
const v4Error = z.looseObject({ detail: z.string().min(1) });
const v3Error = z.strictObject({ error: z.int(), message: z.string().min(1) });

const schemas = { v3: z.union([v3Error, v4Error]), v4: v4Error };

/** The API version of a request, with dots in its path resolved as the server does. */
function versionOf(path: string): keyof typeof schemas | undefined {
  if (!URL.canParse(path, 'http://localhost')) return undefined;
  const { pathname } = new URL(path, 'http://localhost');
  if (pathname.startsWith('/api/v3/')) return 'v3';
  return pathname.startsWith('/api/v4/') ? 'v4' : undefined;
}

/** Whether the response must be JSON: version 3 has nothing else, and version 4 returns the requested format. */
function isForJson({ path, headers }: Question): boolean {
  const version = versionOf(path);
  return version === 'v3' || (version === 'v4' && headers?.['Accept'] === 'application/json');
}

const isJson = (type: string) => type.split(';', 1)[0] === 'application/json';

/** Why a response is wrong, for any request; undefined if it may be right. */
export function findFault(question: Question, { status, headers, text }: Answer) {
  const type = headers['content-type'] ?? '';
  if (status >= 500) return `${status}`;
  if (status < 400 || question.method === 'HEAD') return undefined;
  if (!isJson(type)) return isForJson(question) ? `${status} as ${type || 'nothing'}` : undefined;
  const version = versionOf(question.path);
  const isSound = schemas[version ?? 'v4'].safeParse(parsed(text)).success;
  return isSound ? undefined : `${status} ${text.slice(0, 200)}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
