import { expect, test } from 'vitest';
import { THEME_SCRIPT } from '@/lib/html/inline-scripts';
import { strip as stripBytes } from '@/lib/html/strip';

function strip(html: string) {
  const stripped = stripBytes(Buffer.from(html));
  return 'html' in stripped ? { html: stripped.html.toString() } : stripped;
}

const document = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

const next = {
  preload:
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/><link rel="modulepreload" href="/_next/static/chunks/b.js"/>',
  script: '<script src="/_next/static/chunks/a.js" async=""></script>',
  old: '<script src="/_next/static/chunks/old.js" noModule=""></script>',
  turbopack:
    '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({})</script>',
  begin: '<script>(self.__next_f=self.__next_f||[]).push([0])</script>',
  flight: '<script>self.__next_f.push([1,"\\u003cp>Not a tag.\\u003c/p>"])</script>',
};
const ours = {
  style: '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>',
  icon: '<link rel="icon" href="/icon.svg"/>',
  enhance: '<script defer="" src="/enhance.js"></script>',
  hashed: '<script defer="" src="/enhance.js?v=0a1b"></script>',
  theme: `<script>${THEME_SCRIPT}</script>`,
  ld: '<script type="application/ld+json">{"@type":"WebPage"}</script>',
  rules: '<script type="speculationrules">{"prefetch":[]}</script>',
};

test('removes what only hydration needs, and nothing else', () => {
  const head = ours.theme + ours.style + ours.icon + ours.enhance + ours.hashed + ours.rules;
  const body = `<main>${ours.ld}<h1>Celery</h1><p>a &lt;script&gt; b</p></main>`;
  const full = document(
    next.preload + next.script + head + next.old,
    `<div hidden=""><!--$--><!--/$--></div>${body}${next.turbopack}${next.script}${next.begin}${next.flight}`,
  );
  expect(strip(full)).toEqual({ html: document(head, body) });
});

test('removes React’s comments between texts, and keeps others', () => {
  const marked = document('', '<p>1<!-- --> package<!--$-->s<!--/$--><!-- kept --></p>');
  expect(strip(marked)).toEqual({ html: document('', '<p>1 packages<!-- kept --></p>') });
});

test.each([
  ['half a document', '<!DOCTYPE html><html><body><p>So far'],
  ['no document', '<p>Hello</p>'],
  ['nothing', ''],
  ['a script of another site', document('<script src="https://example.org/a.js"></script>', '')],
  ['an unknown script in it', document('', '<script>start()</script>')],
  ['part of the script of the theme', document('<script>try{document.doc</script>', '')],
  ['a module in it', document('', '<script type="module">start()</script>')],
  ['a script with source and text', document('<script src="/_next/a.js">start()</script>', '')],
  ['a hole that is filled late', document('', '<!--$?--><template id="B:0"></template><!--/$-->')],
  ['a part that comes late', document('', '<div hidden="" id="S:0">x</div><script>$RC()</script>')],
  ['a part that failed', document('', '<!--$!--><template data-dgst="1"></template><!--/$-->')],
  ['a script without an end', document('', '<script>self.__next_f.push([1,"x"])')],
])('%s is left unchanged', (_, html) => {
  expect(strip(html)).toHaveProperty('reason');
});
