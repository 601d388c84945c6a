import type { APIRequestContext } from '@playwright/test';
import { parseHTML } from 'linkedom';

/** Requests a page and parses its HTML, without loading or laying it out. */
export async function readDocument(
  request: APIRequestContext,
  path: string,
): Promise<{ status: number; document: Document }> {
  const response = await request.get(path);
  const { document } = parseHTML(await response.text());
  // The parser keeps the case of attribute names, and React writes some in camel case.
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes])
      element.setAttribute(name.toLowerCase(), value);
  return { status: response.status(), document };
}

/** The first element that matches. Throws if there is none. */
export function elementIn(document: Document, selector: string): Element {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`Nothing on the page matches ${selector}.`);
  return element;
}
