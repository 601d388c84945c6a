import { parseHTML } from 'linkedom';
import { readTextarea } from './forms-over-http';

/** `RUN` would be noticed. */
const RUN = 'window.hostile=1';
const patterns = [
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `"><img src=x onerror=${RUN}>`,
  `' onmouseover='${RUN}`,
  `" autofocus onfocus="${RUN}`,
  `<svg onload=${RUN}>`,
  `<iframe srcdoc="<script>${RUN}</script>">`,
  `<a href="javascript:${RUN}">x</a>`,
  `[x](javascript:${RUN})`,
  `![x](data:text/html,${RUN})`,
  `<style>*{display:none}</style>`,
  `<base href="//evil.example/">`,
  `<meta http-equiv=refresh content=0>`,
  `<!--`,
  `]]>`,
  `<![CDATA[ x ]]>`,
  `&lt;b&gt; &amp; &#60; &quot;`,
  `{{7*7}} \${7*7} <%= 7 %>`,
  `=cmd|' /C calc'!A0`,
  `@SUM(1+1)*cmd`,
  `+1;"2",'3'`,
  `' or 1=1 --`,
  `"; drop table grids; --`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `\\u003cscript\\u003e${RUN}`,
  `back\\slash \\" \\'`,
  `| a | b | *c* _d_ \`e\``,
  `http://javascript:${RUN}@x/`,
  `ﬀ ß İ ı K Ⅷ`,
  `日本語 עברית العربية`,
  `👩‍👩‍👧‍👦 🏳️‍🌈 é`,
  `Z̷͖̃a̴͇͝l̵̰̄g̵͖̈́ŏ̶̦`,
  `a&b;c=d?e#f/g`,
  `null undefined NaN true`,
  `__proto__ constructor`,
  `..%2f..%2fetc%2fpasswd`,
  `$ACTION_ID_x`,
  `a${'b'.repeat(60)}`,
];

/** What may end the place of a text before it. */
const prefixes = ['', '">', "'>", '-->', '\\'];

/** The number of different hostile texts. */
export const HOSTILE_TEXTS = prefixes.length * patterns.length;

/** A text that has broken pages, feeds or tables of some site, with a number by which it is found again. */
export function hostileText(index: number, number: number): string {
  const pattern = patterns[index % patterns.length] ?? '';
  const prefix = prefixes[Math.floor(index / patterns.length) % prefixes.length] ?? '';
  return `${prefix}${pattern} h${number}h`;
}

/** What of a page would run, or lead to another site, if a text had got out of its place. */
export function findEscapes(html: string): string[] {
  const { document } = parseHTML(html);
  const found = [...document.querySelectorAll('*')].flatMap((element) => [
    ...[...element.attributes]
      .filter(
        ({ name, value }) =>
          /^on/i.test(name) ||
          (/^(href|src|action|formaction|xlink:href)$/i.test(name) &&
            /^\s*(javascript|data|vbscript):/i.test(value)),
      )
      .map(({ name, value }) => `${element.localName} ${name}=${value}`),
    ...(/^(iframe|base|object|embed)$/.test(element.localName) ? [element.outerHTML] : []),
  ]);
  const scripts = [...document.querySelectorAll('script')]
    .filter((it) => !/json|speculationrules/.test(it.getAttribute('type') ?? ''))
    .filter((it) => it.textContent.trim().startsWith(RUN));
  return [...found, ...scripts.map((it) => it.outerHTML)];
}

/** The texts that somebody sees on a page: in its body, in the controls of forms and in addresses of links. White space is collapsed. */
export function visibleText(html: string): string {
  const { document } = parseHTML(html);
  for (const it of document.querySelectorAll('script, style')) it.remove();
  const values = [
    ...[...document.querySelectorAll('input')].map((it) => it.getAttribute('value') ?? ''),
    ...[...document.querySelectorAll('a')].map((it) => it.getAttribute('href') ?? ''),
    ...[...document.querySelectorAll('textarea')].map(readTextarea),
  ];
  return collapsed([document.body.textContent, ...values].join(' '));
}

/** A text with each run of white space as one space. */
export const collapsed = (text: string) => text.replaceAll(/\s+/g, ' ');
