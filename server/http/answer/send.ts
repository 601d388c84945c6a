import type { ServerResponse } from 'node:http';
import { noteSource } from '../log/source';
import { knownForm } from './conditions';
import { chooseEncoding, type Encoding } from './encoding';
import { etagOf, formOf, type Entry } from './entry';
import type { ClientPreferences } from './client-preferences';

/** Where a response came from. */
export type Source = 'hit' | 'miss' | 'bypass';

interface Sending {
  response: ServerResponse;
  preferences: ClientPreferences;
  entry: Entry;
  source: Source;
  /** Extra headers for this response: name, value, name, value … */
  headers: string[];
}

/** Sends a response in the encoding that the client prefers, or 304 if the client already has it. */
export function send(sending: Sending): void | Promise<void> {
  const { response, preferences, entry, source } = sending;
  noteSource(response, source);
  const encoding = entry.encodings.length > 1 ? chooseEncoding(preferences.encodings) : 'identity';
  const known = knownForm(entry, encoding, preferences);
  if (known !== undefined) {
    response.writeHead(304, headOf(sending, ['etag', known])).end();
    return;
  }
  const form = formOf(entry, encoding);
  if (Buffer.isBuffer(form)) {
    sendForm(sending, encoding, form);
    return;
  }
  return form.then((made) => {
    sendForm(sending, encoding, made);
  });
}

function sendForm(sending: Sending, encoding: Encoding, form: Buffer): void {
  const { response, preferences, entry } = sending;
  const ofForm = ['content-length', String(form.length)];
  if (entry.tag !== undefined) ofForm.push('etag', etagOf(entry.tag, encoding));
  if (encoding !== 'identity') ofForm.push('content-encoding', encoding);
  response.writeHead(entry.status, headOf(sending, ofForm));
  response.end(preferences.isHead ? undefined : form);
}

/** Age is 0, since the cached response was just validated against the database. */
function headOf({ entry, source, headers }: Sending, ofForm: string[]): string[] {
  const age = source === 'hit' ? ['age', '0'] : [];
  return [...entry.head, ...headers, ...ofForm, ...age, 'x-cache', source];
}
