import type { APIRequestContext, APIResponse } from '@playwright/test';
import { parseHTML } from 'linkedom';

type Fields = Record<string, string>;

/** A form as the server renders it: its page, and all fields with their values. */
export interface RenderedForm {
  path: string;
  fields: Fields;
}

/** The form of a page with this submit button. Throws if the page has none. */
export async function readForm(
  request: APIRequestContext,
  path: string,
  submit: string,
): Promise<RenderedForm> {
  const html = await (await request.get(path)).text();
  const { document } = parseHTML(html);
  const form = [...document.querySelectorAll('form')].find((it) =>
    [...it.querySelectorAll('button')].some((button) => button.textContent.trim() === submit),
  );
  if (!form) throw new Error(`${path} has no form with the button “${submit}”.`);
  const controls = [...form.querySelectorAll('input, textarea, select')];
  const fields = controls.flatMap((it) => {
    const name = it.getAttribute('name');
    return name === null ? [] : [[name, valueOf(it)] as const];
  });
  return { path, fields: Object.fromEntries(fields) };
}

/** The text of a textarea. linkedom doesn't resolve its character references. */
export function readTextarea({ textContent }: Element): string {
  const { document } = parseHTML(`<p>${textContent}</p>`);
  return document.querySelector('p')?.textContent ?? '';
}

function valueOf(control: Element): string {
  if (control.localName === 'textarea') return readTextarea(control);
  if (control.localName !== 'select') return control.getAttribute('value') ?? '';
  const options = [...control.querySelectorAll('option')];
  const selected = options.find((it) => it.hasAttribute('selected')) ?? options[0];
  return selected?.getAttribute('value') ?? '';
}

/** A token for a form of the session that `request` has. */
export async function readToken(request: APIRequestContext): Promise<string> {
  const path = '/logout/';
  const response = await request.get(path);
  const isSignedIn = new URL(response.url()).pathname === path;
  const form = isSignedIn ? { at: path, submit: 'Sign out' } : { at: '/login/', submit: 'Sign in' };
  const { fields } = await readForm(request, form.at, form.submit);
  return fields['token'] ?? '';
}

/** Sends a form as browsers do without scripts. */
export const sendPlain = (
  request: APIRequestContext,
  { path, fields }: RenderedForm,
  headers: Fields,
): Promise<APIResponse> => request.post(path, { multipart: fields, headers, maxRedirects: 0 });

/** Sends a form as React does with scripts: the action's id in a header, its two arguments, the state and the fields, in the body. */
export function sendAction(
  request: APIRequestContext,
  { path, fields }: RenderedForm,
  headers: Fields,
): Promise<APIResponse> {
  const [, reference = ''] =
    Object.entries(fields).find(([name]) => /^\$ACTION_\d+:0$/.test(name)) ?? [];
  const [, id = ''] = /"id":"([0-9a-f]+)"/.exec(reference) ?? [];
  const state = { values: {}, errors: {}, token: '' };
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith('$')) body.append(`_1_${name}`, value);
  }
  // What refers to the fields comes after them.
  body.append('0', JSON.stringify([state, '$K1']));
  return request.post(path, {
    multipart: body,
    headers: { ...headers, 'next-action': id, accept: 'text/x-component' },
    maxRedirects: 0,
  });
}
