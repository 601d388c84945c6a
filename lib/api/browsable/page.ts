import { markup, type Markup } from '@/lib/text/markup';
import type { Answer } from '../answers';
import type { View } from '../operation';
import { crumbsOf } from './crumbs';
import { jsonMarkup } from './json-markup';
import { pagerMarkup, type PageLink } from './pager';
import { postForm } from './post-form';
import { reasonOf } from './reason';

interface RequestLine {
  method: string;
  /** Path and query, as requested. */
  address: string;
  /** The path without a format suffix. */
  path: string;
}

interface BrowsablePage {
  view: View;
  request: RequestLine;
  answer: Answer<unknown>;
  /** The headers of the JSON response. */
  headers: Record<string, string>;
  /** Links to the resource as JSON and as a browsable page. */
  formats: { name: string; href: string }[];
  /** The parameter that can be posted, if any. */
  posted: string | undefined;
  pages: PageLink[];
}

/**
 * Renders an API response as an HTML page: the request, the status, the main headers, and indented JSON with clickable URLs. The text of
 * the main part matches that of djangopackages.org line by line.
 */
export function browsablePage(page: BrowsablePage): string {
  const { view, request, answer, headers } = page;
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
${crumbs(request, view)}
<h1>${view.name}</h1>
${actions(page)}
${pagerMarkup(page.pages)}
</header>
<main>
${description(view)}
<pre class="request"><b>${request.method}</b> ${request.address}</pre>
<pre class="response"><b>HTTP ${answer.status} ${reasonOf(answer.status)}</b>
${headerLines(headers)}

${jsonMarkup(answer.document)}</pre>${
    answer.rest &&
    markup`
<p>This page shows only the first results. The JSON response has ${answer.rest.count} more.</p>`
  }
${page.posted === undefined ? undefined : postForm(request.path, page.posted)}
</main>
</body>
</html>
`;
  return html;
}

function crumbs({ path }: RequestLine, view: View): Markup {
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

/** OPTIONS is a form, since a page without scripts can send only GET and POST. */
function actions({ request: { address }, formats }: BrowsablePage): Markup {
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
