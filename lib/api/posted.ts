import { z } from 'zod';
import { decodeText } from '@/lib/requirements/decode';
import { badBody, unsupportedMedia, type Answer } from './answers';

/** Media types that djangopackages.org parses. */
export const parsedTypes = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
];

/** A parameter as JSON: a string or a list of lines. */
export const postedSchema = (name: string) =>
  z.object({ [name]: z.union([z.string(), z.array(z.string())]) });

/**
 * Reads a parameter from the body of a POST: a field of a form or of a JSON object, or the body itself if it is a file. curl --data-binary
 * labels a file as a form, so a form without the field is read as a file.
 */
export async function readPosted(request: Request, name: string): Promise<string | Answer> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') return readParts(request, name);
  const text = await textOf(request);
  if (type === 'application/json') return readJson(text, name);
  if (type === 'application/x-www-form-urlencoded') return readForm(text, name);
  const isFile = type === '' || type === 'application/octet-stream' || type.startsWith('text/');
  return isFile ? text : unsupportedMedia(type);
}

function readJson(text: string, name: string): string | Answer {
  const read = parsed(text);
  if (read === undefined) return badBody('JSON parse error');
  const posted = postedSchema(name).safeParse(read.value).data?.[name];
  if (posted === undefined) return badBody(`"${name}" must be a string or a list of strings`);
  return typeof posted === 'string' ? posted : posted.map(onOneLine).join('\n');
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Collapses an item to one line, so that line numbers match positions in the list. */
const onOneLine = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\ ]+$/, '');

function readForm(text: string, name: string): string {
  const isForm = new RegExp(`(?:^|&)${name}=(?!=)`).test(text);
  return isForm ? new URLSearchParams(text).getAll(name).join('\n') : text;
}

/** Reads the named field and all files, one per line. */
async function readParts(request: Request, name: string): Promise<string | Answer> {
  try {
    const parts = [...(await request.formData())];
    const texts = parts.map(async ([field, value]) => {
      if (typeof value !== 'string') return textOf(value);
      return field === name ? value : '';
    });
    return (await Promise.all(texts)).filter((text) => text !== '').join('\n');
  } catch {
    return badBody('Multipart form parse error');
  }
}

const textOf = async (body: Pick<Request | Blob, 'arrayBuffer'>) =>
  decodeText(new Uint8Array(await body.arrayBuffer()));
