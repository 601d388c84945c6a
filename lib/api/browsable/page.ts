import { markup, type Markup } from '@/lib/markup';
import type { Answer } from '../answers';
import type { View } from '../operation';
import { crumbsOf } from './crumbs';
import { jsonMarkup } from './json-markup';
import { reasonOf } from './reason';
import { pagerMarkup, type PageLink } from './pager';

interface Asked {
  method: string;
  /** Path and query, as they were asked. */
  address: string;
  /** The path without a format behind it. */
  path: string;
}

interface BrowsablePage {
  view: View;
  asked: Asked;
  answer: Answer<unknown>;
  /** As they stand in the response, but of the JSON. */
  headers: Record<string, string>;
  /** The same resource as JSON and as such a page. */
  formats: { name: string; href: string }[];
  pages: PageLink[];
}

/**
 * An answer of the API as a page for people: what was asked, the status and the main headers, and the JSON indented with its addresses as
 * links. Its main part reads, line by line, as that of the reference.
 */
export function browsablePage(page: BrowsablePage): string {
  const { view, asked, answer, headers } = page;
  const { __html: html } = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="NONE,NOARCHIVE">
<title>${view.name} – Packgrid API</title>
<link rel="stylesheet" href="/browsable.css">
<link rel="icon" href="/icon.svg">
</head>
<body>
<header>
${crumbs(asked, view)}
<h1>${view.name}</h1>
${actions(page)}
${pagerMarkup(page.pages)}
</header>
<main>
${description(view)}
<pre class="request"><b>${asked.method}</b> ${asked.address}</pre>
<pre class="response"><b>HTTP ${answer.status} ${reasonOf(answer.status)}</b>
${headerLines(headers)}

${jsonMarkup(answer.document)}</pre>
</main>
</body>
</html>
`;
  return html;
}

function crumbs({ path }: Asked, view: View): Markup {
  const above = crumbsOf(path).map(
    ({ href, name }) => markup`<li><a href="${href}">${name}</a></li>`,
  );
  return markup`<nav aria-label="Breadcrumb"><ol><li><a href="/api/">API</a></li>${above}<li aria-current="page">${view.name}</li></ol></nav>`;
}

function description({ description }: View): Markup | undefined {
  if (description === '') return undefined;
  const [first, ...rest] = description.split('\n');
  return markup`<p>${first}${rest.map((line) => markup`<br>${line}`)}</p>`;
}

/** OPTIONS goes as a form, since a page without scripts can send nothing but GET and POST. */
function actions({ asked: { address }, formats }: BrowsablePage): Markup {
  const links = formats.map(({ name, href }) => markup`<a href="${href}">${name}</a>`);
  return markup`<div class="actions">
<a href="${address}">GET</a> ${links}
<form method="post" action="${address}"><button name="_method" value="OPTIONS">OPTIONS</button></form>
</div>`;
}

function headerLines(headers: Record<string, string>): Markup {
  const lines = Object.entries(headers).map(
    ([name, value], index) => markup`${index > 0 ? '\n' : ''}<b>${name}:</b> ${value}`,
  );
  return markup`${lines}`;
}
