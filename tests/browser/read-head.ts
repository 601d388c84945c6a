import type { APIRequestContext } from '@playwright/test';
import { readDocument } from './read-document';

/** The metadata in a page's head, and the page. */
export async function readHead(request: APIRequestContext, path: string) {
  const { document } = await readDocument(request, path);
  const all = (selector: string, name: string) =>
    [...document.head.querySelectorAll(selector)].map((it) => it.getAttribute(name) ?? '');
  const metas = [...document.head.querySelectorAll('meta')].map((it): [string, string] => [
    it.getAttribute('property') ?? it.getAttribute('name') ?? '',
    it.getAttribute('content') ?? '',
  ]);
  return {
    document,
    title: document.title,
    canonical: all('link[rel=canonical]', 'href'),
    robots: all('meta[name=robots]', 'content'),
    meta: Object.fromEntries(metas),
    feeds: [...document.head.querySelectorAll('link[rel=alternate]')].map((it) => ({
      type: it.getAttribute('type') ?? '',
      href: it.getAttribute('href') ?? '',
      title: it.getAttribute('title') ?? '',
    })),
    data: [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      (it) => it.innerHTML,
    ),
  };
}

/** Fetches a document; returns its headers and text. */
export async function askFor(request: APIRequestContext, path: string) {
  const response = await request.get(path, { maxRedirects: 0 });
  return { status: response.status(), headers: response.headers(), text: await response.text() };
}
