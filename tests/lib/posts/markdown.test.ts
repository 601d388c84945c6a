import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { firstParagraph, renderMarkdown } from '@/lib/posts/markdown';

function elementsOf(text: string) {
  const { document } = parseHTML(`<html><body>${renderMarkdown(text)}</body></html>`);
  return [...document.querySelectorAll('body *')];
}

const harmless = new Set(
  'p em strong code pre blockquote ul ol li a h2 h3 h4 h5 h6 hr br s'.split(' '),
);
const attributes = new Set(['href', 'title', 'class', 'start']);

/** Texts that run a script, load something or leave their element in a careless renderer. */
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a <b onclick="alert(1)">b</b>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<!-- --><style>*{display:none}</style>',
  '</div></main><h1>Signed out</h1>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A;avascript&colon;alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](%6aavascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](blob:https://example.org/1)',
  '[x](//example.org/)',
  '[x](/\\example.org/)',
  '[x](\\/example.org/)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '![x](https://example.org/pixel.png)',
  '![x](x" onerror="alert(1))',
  '![x](data:image/png;base64,AAAA)',
  '[x](https://example.org/" onmouseover="alert(1))',
  '[x](https://example.org/ "a\\" onmouseover=\\"alert(1)")',
  '`<script>alert(1)</script>`',
  '```"><script>alert(1)</script>\n<script>alert(1)</script>\n```',
  '```x" onclick="go(1)\nx\n```',
  '# <script>alert(1)</script>',
  '> <script>alert(1)</script>',
  '| a |\n|---|\n| <script>alert(1)</script> |',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  `${'> '.repeat(500)}x`,
  `${'['.repeat(5000)}x`,
  '*a_'.repeat(3000),
];

describe('hostile Markdown', () => {
  test.each(hostile)('%j runs nothing, loads nothing and links nowhere else', (text) => {
    expect(elementsOf(text)).not.toEqual([]);
    for (const element of elementsOf(text)) {
      expect([...harmless]).toContain(element.localName);
      for (const { name, value } of element.attributes) {
        expect([...attributes]).toContain(name);
        if (name === 'href') expect(value).toMatch(/^(https?:\/\/|\/(?![/\\])|#)/);
      }
    }
  });

  test.each(hostile.filter((text) => text.includes('alert')))('%j keeps its text', (text) => {
    expect(decodeURIComponent(renderMarkdown(text))).toContain('alert');
  });
});

test('renders what posts need', () => {
  const text = [
    'Packages have **histories**, see [the help](/help/ "Help").',
    '- one\n- `two`',
    '1. first',
    '> quoted',
    '```\npip install django\n```',
    '<https://example.org/?a=1&b=2>',
    '***',
  ].join('\n\n');
  expect(renderMarkdown(text).trim().split('\n')).toEqual([
    '<p>Packages have <strong>histories</strong>, see <a href="/help/" title="Help">the help</a>.</p>',
    ...['<ul>', '<li>one</li>', '<li><code>two</code></li>', '</ul>'],
    ...['<ol>', '<li>first</li>', '</ol>'],
    ...['<blockquote>', '<p>quoted</p>', '</blockquote>'],
    ...['<pre><code>pip install django', '</code></pre>'],
    '<p><a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a></p>',
    '<hr>',
  ]);
});

test.each([
  ['# A\n\n## B\n\n# C', ['h2', 'h3', 'h2']],
  ['### A\n\n#### B', ['h2', 'h3']],
  ['## A\n\n###### B\n\n### C', ['h2', 'h3', 'h3']],
  ['A\n=\n\nB\n-', ['h2', 'h3']],
  ['# A\n## B\n### C\n#### D\n##### E\n###### F', ['h2', 'h3', 'h4', 'h5', 'h6', 'h6']],
])('the headings of %j come below the title and skip no level', (text, levels) => {
  const headings = elementsOf(text).filter(({ localName }) => /^h\d$/.test(localName));
  expect(headings.map(({ localName }) => localName)).toEqual(levels);
});

test.each([
  [
    '# Title\n\nThe *first*\nparagraph, with `code` and [a link](/help/).\n\nAnother one.',
    'The first paragraph, with code and a link.',
  ],
  ['- one\n- two', 'one'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['AT&amp;T \\*', 'AT&T *'],
  ['# Title', ''],
  ['', ''],
])('the first paragraph of %j is %j', (text, expected) => {
  expect(firstParagraph(text)).toBe(expected);
});
