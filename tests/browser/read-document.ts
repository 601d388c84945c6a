import type { APIRequestContext } from '@playwright/test';
import { JSDOM } from 'jsdom';

/** Requests a page and parses its HTML by the rules that browsers follow, without loading or laying it out. */
export async function readDocument(
  request: APIRequestContext,
  path: string,
): Promise<{ status: number; document: Document }> {
  const response = await request.get(path);
  const { document } = new JSDOM(await response.text()).window;
  return { status: response.status(), document };
}

/** The first element that matches. Throws if there is none. */
export function elementIn(document: Document, selector: string): Element {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`Nothing on the page matches ${selector}.`);
  return element;
}
